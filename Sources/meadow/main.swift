import MeadowCommand

runMeadow()
