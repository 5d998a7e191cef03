"""What the film is: the document, its changes, the project on disk, the ledger and the recall."""
