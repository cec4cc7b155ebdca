"""What happened to places, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Member.Placed": message("{name} kept a place: {other}, {side}."),
    "Member.Placed recorded": message("On the record, without an account: {other}, {side}."),
    "Member.Placed asking": message("{name} asked to take part: {side}."),
    "Member.Welcomed": message("{name} welcomed somebody who had asked to take part: {other}, {side}."),
    "Member.TurnedAway": message("{name} said no to somebody who had asked to take part. {quote}"),
    "Member.AskedNoLonger": message("Somebody took back that they had asked to take part."),
    "Member.PlaceOffered": message("{name} made a link for a place: {other}."),
    "Member.PlaceOffered mail": message("{name} sent an invitation: {other}."),
    "Member.PlaceOffered code": message("{name} printed a code for a place: {other}."),
    "Member.Joined": message("{name} joined: {side}."),
    "Member.SideChanged": message("{other} changed group: {was} before, {side} now."),
    "Member.CountedOnce": message("{other} belongs to both groups, and is counted once: {side}."),
    "Member.CountedOnce no": message("{other} belongs to one group: {side}."),
    "Member.Introduced": message("{name} said what they bring."),
    "Member.TaskGiven": message("{name} gave a task: {other}, {task}."),
    "Member.TaskAsked": message("{name} asked somebody to take a task: {other}, {task}."),
    "Member.TaskDeclined": message("{name} would rather not take a task: {task}."),
    "Member.CarriedOn": message("{other} carries on as facilitator."),
    "Member.TaskTaken": message("{name} ended a task: {other}, {task}."),
    "Member.Left": message("{name} left."),
    "Member.Removed": message("{name} removed somebody: {other}. {quote}"),
}

TURNS: Turns = {
    "Member.Placed": lambda entry: str(entry.facts["standing"]),
    "Member.PlaceOffered": lambda entry: str(entry.facts["way"]),
    "Member.CountedOnce": lambda entry: "" if entry.facts["is_both"] else "no",
}
