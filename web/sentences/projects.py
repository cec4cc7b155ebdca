"""What happened to a project, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Project.Started": message("{name} started the project."),
    "Project.Started import": message("The project was brought in from {source}."),
    "Project.Described": message("{name} described the project afresh."),
    "Project.ShownTo public": message("{name} opened the project to everybody. {quote}"),
    "Project.ShownTo sensitive": message("{name} made this a sensitive project. {quote}"),
    "Project.ShownTo members": message("{name} kept the project to its members. {quote}"),
    "Project.StageOpened": message("{name} opened a stage: {stage}. {quote}"),
    "Project.StageClosed": message("{name} closed a stage: {stage}. {quote}"),
    "Project.WentBack": message("{name} went back to a stage: {stage}. {quote}"),
    "Project.MandateWritten": message("{name} wrote what is open, what is fixed, and who holds the money."),
    "Project.CareWritten": message("{name} wrote how people are looked after."),
    "Project.DeliveryWritten": message("{name} wrote who runs it together. {quote}"),
    "Project.BetterWritten": message("{name} wrote what better would mean. {quote}"),
    "Project.OrganisationJoined": message("{name} added an organisation that takes part."),
    "Project.OrganisationLeft": message("{name} noted that an organisation takes part no longer."),
}

TURNS: Turns = {"Project.Started": lambda entry: entry.channel, "Project.ShownTo": lambda entry: str(entry.facts["visibility"])}
