"""The disclosure as PDF: a website copy, and courtesy copies for EDGAR."""
