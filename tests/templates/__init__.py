"""The words: every type has its template, and every word can be read by the person it is for."""
