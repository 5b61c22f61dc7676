"""GOV.UK Notify, for letters and texts: its addresses, its codes and its words stay in here."""
