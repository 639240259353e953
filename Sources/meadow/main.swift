internal import MeadowCommand

await runMeadow()
