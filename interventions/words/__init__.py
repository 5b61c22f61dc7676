"""Words that reach people: what is said, how it goes out, whether it arrived, and what people answer."""
