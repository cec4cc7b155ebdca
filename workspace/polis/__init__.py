"""A published Polis conversation becomes a project: statements become ideas, participants authors and stances without accounts."""

from .importing import bring_in as bring_in
from .reading import Conversation as Conversation
from .reading import UnreadableFile as UnreadableFile
from .reading import read as read
from .summing_up import Summary as Summary
from .summing_up import summary as summary
from .summing_up import told as told
