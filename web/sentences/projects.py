"""What happened to a project, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Project.Started": message("{name} started the project."),
    "Project.Started import": message("The project was brought in from {source}."),
    "Project.Described": message("{name} described the project afresh."),
    "Project.ShownTo public": message("{name} opened the project to everybody. {quote}"),
    "Project.ShownTo members": message("{name} kept the project to its members. {quote}"),
    "Project.StageOpened": message("{name} opened a stage: {stage}. {quote}"),
    "Project.StageClosed": message("{name} closed a stage: {stage}. {quote}"),
    "Project.WentBack": message("{name} went back to a stage: {stage}. {quote}"),
}

TURNS: Turns = {"Project.Started": lambda entry: entry.channel, "Project.ShownTo": lambda entry: str(entry.facts["visibility"])}
