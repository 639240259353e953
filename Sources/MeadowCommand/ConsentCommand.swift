internal import ArgumentParser

struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Enters, ends and explains who allows what.",
    subcommands: [
      ConsentGrantCommand.self, ConsentRenewCommand.self, ConsentRevokeCommand.self,
      ConsentSuspendCommand.self, ConsentResumeCommand.self, ConsentEraseCommand.self,
      ConsentShowCommand.self, ConsentVerifyCommand.self, ConsentNoticeCommand.self,
    ])
}
