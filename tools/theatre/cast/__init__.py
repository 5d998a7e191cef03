"""The cast of the paper theatre: puppets, their looks and how they act. Knows nothing of sets."""
