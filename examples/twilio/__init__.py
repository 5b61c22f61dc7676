"""A stand-in for Twilio's messages: real HTTP, everything in memory, and every trouble by a switch."""
