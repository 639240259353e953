internal import ArgumentParser

struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Enters, ends and explains who allows what.",
    discussion: helpText(
      examples: [
        ("meadow consent notice --subject forum", "prints what to send to a community"),
        ("meadow consent grant forum --well-known captured.txt", "enters its yes"),
        ("meadow consent revoke forum", "enters its no"),
      ]),
    subcommands: [
      ConsentGrantCommand.self, ConsentRenewCommand.self, ConsentRevokeCommand.self,
      ConsentSuspendCommand.self, ConsentResumeCommand.self, ConsentEraseCommand.self,
      ConsentShowCommand.self, ConsentVerifyCommand.self, ConsentNoticeCommand.self,
    ])
}
