"""Who decides: the graph, the director, writing and the producer."""
