"""A label in a picture's file that says that a model made it, where programs look for such a thing.

It is the property Digital Source Type of the IPTC Photo Metadata Standard in a packet of XMP, which IPTC recommends for
pictures of generative models (https://iptc.org/std/photometadata/documentation/userguide/); search engines and social
networks show it. The pixels stay as they are; whoever writes the file anew may lose the label.
"""

from __future__ import annotations

import re
import struct
import zlib

from pinxit.core.images import Format

_TERMS = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_MADE, _CHANGED = "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"

# XMP Specification Part 1 (ISO 16684-1), 7.3; the byte order mark in it is literal.
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="pinxit" Iptc4xmpExt:DigitalSourceType="{}"/>'
    "</rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
)
_LABEL = re.compile(
    rb"\bDigitalSourceType\b.{0,40}?https?://cv\.iptc\.org/newscodes/digitalsourcetype/(\w{1,64})", re.DOTALL
)
# Places by XMP Specification Part 3, 1.1.
_JPEG_NAMESPACE = b"http://ns.adobe.com/xap/1.0/\0"
_PNG_KEYWORD = b"XML:com.adobe.xmp"
_GIF_HEAD = b"\x21\xff\x0bXMP DataXMP"
_GIF_LOOP = b"\x21\xff\x0bNETSCAPE2.0"
_GIF_TAIL = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
_XMP_FLAG, _ALPHA_FLAG = 0x04, 0x10  # of VP8X, https://developers.google.com/speed/webp/docs/riff_container


def label(data: bytes, format: Format, changed: bool = False) -> bytes:
    """The file with the label; `changed` says that it was made from another picture, of which parts may be left.

    An SVG stays as it is. Raises ValueError for bytes that are no file of that format.
    """
    packet = _PACKET.format(_TERMS + (_CHANGED if changed else _MADE)).encode()
    if format is Format.PNG:
        return _label_png(data, packet)
    if format is Format.JPEG:
        return _label_jpeg(data, packet)
    if format is Format.WEBP:
        return _label_webp(data, packet)
    return _label_gif(data, packet) if format is Format.GIF else data


def find_label(data: bytes) -> str:
    """The term of IPTC's list that a file is labelled with, "trainedAlgorithmicMedia"; "" where it has none.

    It is looked for in the bytes, so that it is found in files of any kind that do not compress it.
    """
    found = _LABEL.search(data)
    return found[1].decode() if found else ""


def _label_png(data: bytes, packet: bytes) -> bytes:
    """An iTXt chunk, uncompressed, before the pixels."""
    _expect(data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR", "PNG")
    body = b"iTXt" + _PNG_KEYWORD + b"\0\0\0\0\0" + packet
    end = 8 + 12 + int.from_bytes(data[8:12], "big")
    return b"".join(
        [data[:end], struct.pack(">I", len(body) - 4), body, struct.pack(">I", zlib.crc32(body)), data[end:]]
    )


def _label_jpeg(data: bytes, packet: bytes) -> bytes:
    """A segment APP1, after the one of JFIF, which stays the first."""
    _expect(data[:3] == b"\xff\xd8\xff", "JPEG")
    start = 4 + int.from_bytes(data[4:6], "big") if data[3] == 0xE0 else 2
    body = _JPEG_NAMESPACE + packet
    return b"".join([data[:start], b"\xff\xe1", struct.pack(">H", len(body) + 2), body, data[start:]])


def _label_webp(data: bytes, packet: bytes) -> bytes:
    """A chunk at the end, in the extended layout."""
    _expect(data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30, "WebP")
    kind, body = data[12:16], data[12 : 8 + int.from_bytes(data[4:8], "little")]
    if kind == b"VP8X":
        body = body[:8] + bytes([body[8] | _XMP_FLAG]) + body[9:]
    else:
        width, height, alpha = _measure_webp(kind, data)
        flags = _XMP_FLAG | (_ALPHA_FLAG if alpha else 0)
        sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        body = b"VP8X" + struct.pack("<IB3x", 10, flags) + sides + body
    body += b"XMP " + struct.pack("<I", len(packet)) + packet + b"\0" * (len(packet) % 2)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _measure_webp(kind: bytes, data: bytes) -> tuple[int, int, bool]:
    """Width, height and whether there is alpha, of a file with nothing but pixels (RFC 9649, 2.5 and 2.6)."""
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF, False
    _expect(kind == b"VP8L", "WebP")
    bits = int.from_bytes(data[21:25], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)


def _label_gif(data: bytes, packet: bytes) -> bytes:
    """An application extension before the first frame. Its tail leads readers who know no XMP out of it."""
    _expect(data[:4] == b"GIF8" and data[-1:] == b"\x3b" and len(data) > 13, "GIF")
    start = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    if data.startswith(_GIF_LOOP, start):  # browsers look for it as the first
        start += len(_GIF_LOOP) + 5
    return b"GIF89a" + data[6:start] + _GIF_HEAD + packet + _GIF_TAIL + data[start:]


def _expect(right: bool, kind: str) -> None:
    if not right:
        raise ValueError(f"the bytes are no {kind} file")
