"""The records that people and schools consist of, one file each."""
