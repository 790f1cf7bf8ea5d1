// Google's own client for Node.

import assert from "node:assert/strict";
import { ApiError, createPartFromBase64, createPartFromUri, GoogleGenAI, Modality } from "@google/genai";
import { collect, key, measurePng, png, refused, run, url } from "./harness.mjs";

const model = "gemini-2.5-flash-image";
const open = (httpOptions = {}, apiKey = key) =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: url, ...httpOptions } });
const client = open();
const picture = createPartFromBase64(png.toString("base64"), "image/png");
const parts = (chunks) => chunks.flatMap((chunk) => chunk.candidates?.[0]?.content?.parts ?? []);
const draw = (more = {}, by = client) => by.models.generateContent({ model, contents: "a fox", ...more });

const pictures = {
  async "words and a picture"() {
    const answer = await draw();
    assert.equal(answer.text, "A flat colour.");
    assert.deepEqual(measurePng(answer.data), [1024, 1024]);
    assert.equal(answer.candidates[0].finishReason, "STOP");
    assert.ok(answer.responseId);
    assert.ok(answer.usageMetadata.candidatesTokenCount > 1290);
  },
  async "the picture alone"() {
    const answer = await draw({ config: { responseModalities: [Modality.IMAGE] } });
    assert.equal(answer.text, undefined);
    assert.deepEqual(measurePng(answer.data), [1024, 1024]);
  },
  async "a ratio and a resolution"() {
    const config = { imageConfig: { aspectRatio: "16:9", imageSize: "512" } };
    const answer = await draw({ model: "gemini-3.1-flash-image", config });
    assert.deepEqual(measurePng(answer.data), [688, 384]);
  },
  async "a seed repeats its picture"() {
    const [first, second, other] = await Promise.all([7, 7, 8].map((seed) => draw({ config: { seed } })));
    assert.equal(first.data, second.data);
    assert.notEqual(first.data, other.data);
  },
  async "a picture to edit"() {
    const answer = await draw({ contents: [picture, "a hat"] });
    assert.equal(answer.text, "A flat colour made of 1 pictures.");
    const image = answer.usageMetadata.promptTokensDetails.find((entry) => entry.modality === "IMAGE");
    assert.equal(image.tokenCount, 258);
  },
  async "a picture by its address"() {
    const part = createPartFromUri(`${process.env.PINXIT_GALLERY}/hat.jpg`, "image/jpeg");
    const answer = await draw({ contents: [part, picture, "a hat"] });
    assert.equal(answer.text, "A flat colour made of 2 pictures.");
  },
  async "a chat edits what it drew"() {
    const chat = client.chats.create({ model });
    await chat.sendMessage({ message: "a fox" });
    const second = await chat.sendMessage({ message: "now at night" });
    assert.equal(second.text, "A flat colour made of 1 pictures.");
  },
  async "the other versions of the api"() {
    for (const apiVersion of ["v1", "v1beta", "v1alpha"]) assert.ok((await draw({}, open({ apiVersion }))).data);
  },
  async "tokens"() {
    const counted = await client.models.countTokens({ model, contents: ["a red fox", picture] });
    assert.equal(counted.totalTokens, 261);
  },
  async "the pages of models"() {
    const names = async (config) => (await collect(await client.models.list({ config }))).map((one) => one.name);
    const whole = await names();
    assert.ok(whole.includes(`models/${model}`));
    assert.deepEqual(await names({ pageSize: 7 }), whole);
  },
  async "one model"() {
    const one = await client.models.get({ model });
    assert.equal(one.name, `models/${model}`);
    assert.ok(one.supportedActions.includes("generateContent"));
  },
  async "an interaction"() {
    const made = await client.interactions.create({ model, input: "a red fox", response_modalities: ["image"] });
    assert.equal(made.status, "completed");
    const content = made.steps.flatMap((step) => step.content ?? []).find((one) => one.type === "image");
    assert.deepEqual(measurePng(content.data), [1024, 1024]);
  },
  async "an interaction that streams"() {
    const kinds = (await collect(await client.interactions.create({ model, input: "a fox", stream: true }))).map(
      (event) => event.event_type,
    );
    assert.equal(kinds[0], "interaction.created");
    assert.ok(kinds.includes("step.delta"));
    assert.ok(kinds.includes("interaction.completed"));
  },
};

const streams = {
  async "words, then the picture"() {
    const chunks = await collect(await client.models.generateContentStream({ model, contents: "a fox" }));
    const [words, image] = parts(chunks);
    assert.equal(words.text, "A flat colour.");
    assert.deepEqual(measurePng(image.inlineData.data), [1024, 1024]);
    assert.equal(chunks.at(-1).candidates[0].finishReason, "STOP");
  },
  async "an edit"() {
    const contents = [picture, "a hat"];
    const chunks = await collect(await client.models.generateContentStream({ model, contents }));
    assert.equal(parts(chunks)[0].text, "A flat colour made of 1 pictures.");
  },
  async "a chat"() {
    const chat = client.chats.create({ model });
    assert.equal(parts(await collect(await chat.sendMessageStream({ message: "a fox" }))).length, 2);
    const second = await collect(await chat.sendMessageStream({ message: "now at night" }));
    assert.equal(parts(second)[0].text, "A flat colour made of 1 pictures.");
  },
  async "a declined wish"() {
    const [chunk] = await collect(await client.models.generateContentStream({ model, contents: "[block]" }));
    assert.equal(chunk.promptFeedback.blockReason, "SAFETY");
  },
  async "an error before the first chunk"() {
    const call = () => client.models.generateContentStream({ model: "gemini-9", contents: "a fox" });
    await refused(call, ApiError, { status: 404 });
  },
};

// The server of this group sends a sign of life every tenth of a second.
const signs = {
  async "a stream that waits"() {
    const chunks = await collect(await client.models.generateContentStream({ model, contents: "[wait 0.7] a fox" }));
    assert.equal(parts(chunks).length, 2);
  },
  async "an error after signs of life"() {
    const asked = { model, contents: "[wait 0.7] [fall]" };
    const call = async () => collect(await client.models.generateContentStream(asked));
    const error = await refused(call, Error);
    assert.match(error.message, /INTERNAL|half-way/);
  },
};

const errors = {
  async "a bad key"() {
    const error = await refused(() => draw({}, open({}, "sk-wrong")), ApiError, { status: 400 });
    assert.match(error.message, /API_KEY_INVALID/);
  },
  async "a model that is not there"() {
    const error = await refused(() => draw({ model: "gemini-9" }), ApiError, { status: 404 });
    assert.match(error.message, /NOT_FOUND/);
  },
  async "several candidates"() {
    const error = await refused(() => draw({ config: { candidateCount: 2 } }), ApiError, { status: 400 });
    assert.match(error.message, /INVALID_ARGUMENT/);
  },
  async "a bad ratio"() {
    await refused(() => draw({ config: { imageConfig: { aspectRatio: "16;9" } } }), ApiError, { status: 400 });
  },
  async "a picture that is none"() {
    const part = createPartFromBase64(Buffer.from("nothing").toString("base64"), "image/png");
    await refused(() => draw({ contents: [part, "a hat"] }), ApiError, { status: 400 });
  },
  async "a declined wish"() {
    const answer = await draw({ contents: "[block]" });
    assert.equal(answer.promptFeedback.blockReason, "SAFETY");
    assert.equal(answer.candidates, undefined);
  },
  async "no picture"() {
    assert.equal((await draw({ contents: "[none]" })).candidates[0].finishReason, "NO_IMAGE");
  },
  async "a broken engine"() {
    await refused(() => draw({ contents: "[break]" }), ApiError, { status: 500 });
  },
};

// The server of this group draws one picture at a time.
const patience = {
  async "a call that is aborted frees the engine"() {
    const config = { abortSignal: AbortSignal.timeout(600) };
    await refused(() => draw({ contents: "[wait 600]", config }), Error);
    const patient = open({ retryOptions: { attempts: 9 } });
    assert.ok((await draw({}, patient)).data);
  },
  async "a call that times out frees the engine"() {
    await refused(() => draw({ contents: "[wait 600]" }, open({ timeout: 600 })), Error);
    assert.ok((await draw({}, open({ retryOptions: { attempts: 9 } }))).data);
  },
};

await run({ pictures, streams, signs, errors, patience });
