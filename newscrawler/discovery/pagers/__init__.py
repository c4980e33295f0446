"""Pagers: where the next page of a listing is: links, forms, buttons, headers, archives."""
