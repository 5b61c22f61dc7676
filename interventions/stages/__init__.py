"""The journey, a page a stage: what may be said here, what is due here, what follows."""
