// Vercel's AI SDK: generateImage through each of its providers that can be pointed at this server.

import assert from "node:assert/strict";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateImage, generateText, NoImageGeneratedError, RetryError, streamText } from "ai";
import { collect, key, mask, measurePng, png, refused, run, url } from "./harness.mjs";

const openai = createOpenAI({ baseURL: `${url}/v1`, apiKey: key });
const compatible = createOpenAICompatible({ name: "pinxit", baseURL: `${url}/v1`, apiKey: key });
const google = createGoogle({ baseURL: `${url}/v1beta`, apiKey: key });
const nano = "gemini-2.5-flash-image";
const draw = (model, more = {}) => generateImage({ model, prompt: "a fox", maxRetries: 0, ...more });
const measure = (made) => made.images.map((image) => measurePng(image.uint8Array));
const edit = { images: [png, png], text: "put them together" };

const images = {
  async "openai: several pictures of a size"() {
    const made = await draw(openai.image("gpt-image-1"), { n: 2, size: "96x64" });
    assert.deepEqual(measure(made), [[96, 64], [96, 64]]);
    assert.deepEqual(made.warnings, []);
    assert.equal(made.usage.outputTokens, 2580);
    assert.equal(made.responses[0].headers["x-pinxit-model"], "pinxit-fake");
  },
  async "openai: a model for which it asks for base64"() {
    assert.deepEqual(measure(await draw(openai.image(nano), { size: "64x64" })), [[64, 64]]);
  },
  async "openai: its own options"() {
    const options = { quality: "low", background: "transparent", outputFormat: "webp", safetyIdentifier: "reader-7" };
    const made = await draw(openai.image("gpt-image-2"), { size: "64x64", providerOptions: { openai: options } });
    assert.equal(made.image.mediaType, "image/webp");
    const told = made.providerMetadata.openai.images[0];
    assert.deepEqual([told.quality, told.background, told.outputFormat], ["low", "transparent", "webp"]);
    assert.equal(told.revisedPrompt, "A flat colour.");
  },
  async "openai: an edit of two pictures with a mask"() {
    const made = await draw(openai.image("gpt-image-1"), { prompt: { ...edit, mask }, size: "64x64" });
    assert.deepEqual(measure(made), [[64, 64]]);
    assert.equal(made.providerMetadata.openai.images[0].imageTokens, 516);
  },
  async "openai: the seed's ratio in place of pixels"() {
    assert.deepEqual(measure(await draw(openai.image("gpt-image-1"), { size: "16:9" })), [[1344, 768]]);
  },
  async "compatible: a picture with extra fields"() {
    const options = { pinxit: { seed: 7, aspect_ratio: "4:3", resolution: "512" } };
    const made = await draw(compatible.imageModel("auto"), { providerOptions: options });
    assert.deepEqual(measure(made), [[600, 448]]);
  },
  async "compatible: an edit"() {
    const made = await draw(compatible.imageModel("auto"), { prompt: edit, size: "64x64" });
    assert.deepEqual(measure(made), [[64, 64]]);
  },
  async "google: a picture in a ratio"() {
    const made = await draw(google.image(nano), { aspectRatio: "16:9", seed: 7 });
    assert.deepEqual(measure(made), [[1344, 768]]);
    assert.equal(made.usage.outputTokens, 1290);
  },
  async "google: an edit"() {
    assert.deepEqual(measure(await draw(google.image(nano), { prompt: edit })), [[96, 64]]);
  },
};

const texts = {
  async "google: a text with a file"() {
    const made = await generateText({ model: google(nano), prompt: "a fox", maxRetries: 0 });
    assert.equal(made.text, "A flat colour.");
    assert.deepEqual(made.files.map((file) => measurePng(file.uint8Array)), [[1024, 1024]]);
  },
  async "google: a stream of a text with a file"() {
    const made = streamText({ model: google(nano), prompt: "a fox", maxRetries: 0 });
    const kinds = (await collect(made.fullStream)).map((part) => part.type);
    assert.ok(kinds.includes("text-delta"), kinds.join());
    assert.ok(kinds.includes("file"), kinds.join());
    assert.equal((await made.files).length, 1);
  },
  async "compatible: a picture in a chat"() {
    const made = await generateText({ model: compatible.chatModel(nano), prompt: "a fox", maxRetries: 0 });
    assert.match(made.text, /^!\[image\]\(data:image\/png;base64,/);
  },
  async "compatible: a stream of a chat"() {
    const made = streamText({ model: compatible.chatModel(nano), prompt: "a fox", maxRetries: 0 });
    assert.match((await collect(made.textStream)).join(""), /^!\[image\]\(data:image\/png;base64,/);
  },
};

const errors = {
  async "a bad size"() {
    const call = () => draw(openai.image("gpt-image-1"), { size: "9x9" });
    const error = await refused(call, APICallError, { statusCode: 400, isRetryable: false });
    assert.equal(error.data.error.param, "size");
    assert.equal(error.data.error.code, "invalid_value");
  },
  async "a wrong key"() {
    const stranger = createOpenAI({ baseURL: `${url}/v1`, apiKey: "sk-wrong" });
    await refused(() => draw(stranger.image("gpt-image-1")), APICallError, { statusCode: 401 });
  },
  async "a wrong key of google"() {
    const stranger = createGoogle({ baseURL: `${url}/v1beta`, apiKey: "sk-wrong" });
    await refused(() => draw(stranger.image(nano)), APICallError, { statusCode: 400 });
  },
  async "a declined wish"() {
    const call = () => draw(compatible.imageModel("auto"), { prompt: "[block]" });
    const error = await refused(call, APICallError, { statusCode: 400 });
    assert.match(error.responseBody, /moderation_blocked/);
  },
  async "a declined wish of google"() {
    const call = () => draw(google.image(nano), { prompt: "[none]" });
    await refused(call, NoImageGeneratedError);
  },
  async "a broken engine, tried twice"() {
    const call = () => draw(openai.image("gpt-image-1"), { prompt: "[break]", maxRetries: 1 });
    const error = await refused(call, RetryError);
    assert.equal(error.errors.length, 2);
    assert.equal(error.lastError.statusCode, 500);
  },
};

await run({ images, texts, errors });
