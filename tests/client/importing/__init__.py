"""Staff lists as offices really have them."""
