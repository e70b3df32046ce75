"""An address as a QR code."""

import segno


def qr_data(address: str) -> str:
    """The QR code of an address as a `data:` SVG, black on nothing, quiet zone included."""
    return segno.make(address, error="m", micro=False).svg_data_uri(
        border=4, xmldecl=False, svgns=True, omitsize=True
    )
