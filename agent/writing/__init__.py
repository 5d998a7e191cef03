"""Writing and breakdown: from an idea to a screenplay, from a screenplay to shots."""
