"""Every way in: files, command line, HTTP and events, in front of one typed client."""
