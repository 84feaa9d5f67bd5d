"""A country on one machine: 82 provinces, 300,000 people and the Monday wave (`make load`)."""
