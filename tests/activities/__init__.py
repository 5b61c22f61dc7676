"""The activities over fakes that remember: thin sentences, told once each."""
