"""What offices and the centre share, and the two ends of their exchange."""

from sync import compiled

compiled.prefer()
