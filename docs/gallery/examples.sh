#!/usr/bin/env bash
# The six example requests of the API page that pinxit implements; only host and key are variables.
# PINXIT_URL=http://127.0.0.1:8000 PINXIT_KEY=sk-pinxit-... examples.sh NAME prints the answer of one of them.
set -euo pipefail

case "$1" in
photorealistic)
curl --silent --location "$PINXIT_URL/v1/images/generations" \
--header "Authorization: $PINXIT_KEY" \
--header 'Content-Type: application/json' \
--data '{
  "model": "gemini-2.5-flash-image",
  "prompt": "A photorealistic close-up portrait of an elderly Japanese ceramicist with deep, sun-etched wrinkles and a warm, knowing smile. He is carefully inspecting a freshly glazed tea bowl. The setting is his rustic, sun-drenched workshop with pottery wheels and shelves of clay pots in the background. The scene is illuminated by soft, golden hour light streaming through a window, highlighting the fine texture of the clay and the fabric of his apron. Captured with an 85mm portrait lens, resulting in a soft, blurred background (bokeh). The overall mood is serene and masterful.",
  "size": "1:1"
}'
;;
sticker)
curl --silent --location "$PINXIT_URL/v1/images/generations" \
--header "Authorization: $PINXIT_KEY" \
--header 'Content-Type: application/json' \
--data '{
  "model": "gemini-2.5-flash-image",
  "prompt": "A kawaii-style sticker of a happy red panda wearing a tiny bamboo hat. It'"'"'s munching on a green bamboo leaf. The design features bold, clean outlines, simple cel-shading, and a vibrant color palette. The background must be white.",
  "size": "1:1"
}'
;;
logo)
curl --silent --location "$PINXIT_URL/v1/images/generations" \
--header "Authorization: $PINXIT_KEY" \
--header 'Content-Type: application/json' \
--data '{
  "model": "gemini-2.5-flash-image",
  "prompt": "Create a modern, minimalist logo for a coffee shop called '"'"'The Daily Grind'"'"'. The text should be in a clean, bold, sans-serif font. The design should feature a simple, stylized icon of a a coffee bean seamlessly integrated with the text. The color scheme is black and white.",
  "size": "1:1"
}'
;;
product)
curl --silent --location "$PINXIT_URL/v1/images/generations" \
--header "Authorization: $PINXIT_KEY" \
--header 'Content-Type: application/json' \
--data '{
  "model": "gemini-2.5-flash-image",
  "prompt": "A high-resolution, studio-lit product photograph of a minimalist ceramic coffee mug in matte black, presented on a polished concrete surface. The lighting is a three-point softbox setup designed to create soft, diffused highlights and eliminate harsh shadows. The camera angle is a slightly elevated 45-degree shot to showcase its clean lines. Ultra-realistic, with sharp focus on the steam rising from the coffee. Square image.",
  "size": "1:1"
}'
;;
minimalist)
curl --silent --location "$PINXIT_URL/v1/images/generations" \
--header "Authorization: $PINXIT_KEY" \
--header 'Content-Type: application/json' \
--data '{
  "model": "gemini-2.5-flash-image",
  "prompt": "A minimalist composition featuring a single, delicate red maple leaf positioned in the bottom-right of the frame. The background is a vast, empty off-white canvas, creating significant negative space for text. Soft, diffused lighting from the top left. Square image.",
  "size": "1:1"
}'
;;
comic)
curl --silent --location "$PINXIT_URL/v1/images/generations" \
--header "Authorization: $PINXIT_KEY" \
--header 'Content-Type: application/json' \
--data '{
  "model": "gemini-2.5-flash-image",
  "prompt": "A single comic book panel in a gritty, noir art style with high-contrast black and white inks. In the foreground, a detective in a trench coat stands under a flickering streetlamp, rain soaking his shoulders. In the background, the neon sign of a desolate bar reflects in a puddle. A caption box at the top reads \"The city was a tough place to keep secrets.\" The lighting is harsh, creating a dramatic, somber mood. Landscape.",
  "size": "1:1"
}'
;;
*)
  echo "one of: photorealistic sticker logo product minimalist comic" >&2; exit 2
;;
esac
