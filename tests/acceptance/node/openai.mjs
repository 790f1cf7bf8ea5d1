// OpenAI's own client for Node.

import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import OpenAI, { AzureOpenAI, toFile } from "openai";
import { collect, key, mask, measurePng, png, refused, run, url } from "./harness.mjs";

const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 });
const azure = new AzureOpenAI({ endpoint: url, apiKey: key, apiVersion: "2025-04-01-preview", maxRetries: 0 });
const ask = { model: "auto", prompt: "a fox", size: "64x64" };
const file = (name = "otter.png") => toFile(png, name, { type: "image/png" });
const kinds = (events) => events.map((event) => event.type);
const dataUrl = `data:image/png;base64,${png.toString("base64")}`;

const generations = {
  async "a picture in a ratio"() {
    const answer = await client.images.generate({ ...ask, size: "16:9" });
    assert.deepEqual(measurePng(answer.data[0].b64_json), [1344, 768]);
    assert.equal(answer.size, "16:9");
    assert.ok(Math.abs(answer.created - Date.now() / 1000) < 600);
    assert.equal(answer.usage.output_tokens, 1290);
    assert.match(answer._request_id, /^req_/);
  },
  async "several pictures with every parameter"() {
    const answer = await client.images.generate({
      ...ask,
      n: 2,
      quality: "low",
      background: "opaque",
      output_format: "webp",
      output_compression: 80,
      response_format: "b64_json",
      moderation: "low",
      safety_identifier: "reader-7",
      style: "vivid",
    });
    assert.equal(answer.data.length, 2);
    assert.deepEqual([answer.output_format, answer.quality, answer.safety_identifier], ["webp", "low", "reader-7"]);
  },
  async "a gif"() {
    const answer = await client.images.generate({ ...ask, output_format: "gif", frame_count: 3 });
    assert.equal(Buffer.from(answer.data[0].b64_json, "base64").subarray(0, 3).toString(), "GIF");
  },
  async "the data with its response"() {
    const { data, response, request_id } = await client.images.generate(ask).withResponse();
    assert.equal(response.headers.get("x-request-id"), request_id);
    assert.equal(response.headers.get("x-pinxit-model"), "pinxit-fake");
    assert.equal(data.data.length, 1);
  },
  async "the bare response"() {
    const response = await client.images.generate(ask).asResponse();
    assert.equal(response.status, 200);
    assert.equal((await response.json()).data.length, 1);
  },
  async "three at once"() {
    const answers = await Promise.all([1, 2, 3].map((n) => client.images.generate({ ...ask, prompt: `fox ${n}` })));
    assert.equal(new Set(answers.map((answer) => answer.data[0].b64_json)).size, 3);
  },
  async "the list of models"() {
    const models = await collect(client.models.list());
    assert.ok(models.some((model) => model.id === "gemini-2.5-flash-image"));
  },
  async "one model"() {
    const model = await client.models.retrieve("gpt-image-2");
    assert.deepEqual([model.id, model.object, model.owned_by], ["gpt-image-2", "model", "pinxit"]);
  },
  async "a model's card"() {
    const card = await client.models.retrieve("auto", { query: { schema: "true" } });
    assert.ok(Object.keys(card).length > 5);
  },
  async "azure's client"() {
    const answer = await azure.images.generate({ ...ask, model: "gpt-image-1" });
    assert.deepEqual(measurePng(answer.data[0].b64_json), [64, 64]);
  },
};

const edits = {
  async "a file of bytes"() {
    const answer = await client.images.edit({ ...ask, image: await file() });
    assert.deepEqual(measurePng(answer.data[0].b64_json), [64, 64]);
    assert.equal(answer.usage.input_tokens_details.image_tokens, 258);
  },
  async "a stream from the disk"() {
    const path = join(mkdtempSync(join(tmpdir(), "pinxit-")), "otter.png");
    writeFileSync(path, png);
    const answer = await client.images.edit({ ...ask, image: createReadStream(path) });
    assert.equal(answer.usage.input_tokens_details.image_tokens, 258);
  },
  async "two files with a mask"() {
    const answer = await client.images.edit({
      ...ask,
      image: [await file("a.png"), await file("b.png")],
      mask: await toFile(mask, "mask.png"),
      n: 2,
    });
    assert.equal(answer.data.length, 2);
    assert.equal(answer.usage.input_tokens_details.image_tokens, 516);
  },
  async "a blob without a name"() {
    const answer = await client.images.edit({ ...ask, image: await toFile(new Blob([png])) });
    assert.equal(answer.data.length, 1);
  },
  async "json with a data url"() {
    const answer = await client.post("/images/edits", { body: { ...ask, images: [{ image_url: dataUrl }] } });
    assert.equal(answer.usage.input_tokens_details.image_tokens, 258);
  },
  async "a variation"() {
    const answer = await client.images.createVariation({ image: await file(), size: "256x256", n: 2 });
    assert.deepEqual(measurePng(answer.data[1].b64_json), [256, 256]);
  },
  async "azure's client"() {
    const answer = await azure.images.edit({ ...ask, model: "gpt-image-1", image: await file() });
    assert.equal(answer.data.length, 1);
  },
};

const streams = {
  ...Object.fromEntries(
    [0, 1, 2, 3].map((count) => [
      `${count} partial images`,
      async () => {
        const events = await collect(await client.images.generate({ ...ask, stream: true, partial_images: count }));
        const expected = [...Array(count).fill("image_generation.partial_image"), "image_generation.completed"];
        assert.deepEqual(kinds(events), expected);
        assert.deepEqual(events.slice(0, -1).map((event) => event.partial_image_index), [0, 1, 2].slice(0, count));
        for (const event of events) assert.deepEqual(measurePng(event.b64_json), [64, 64]);
        assert.equal(events.at(-1).usage.output_tokens, 1290 + 100 * count);
      },
    ]),
  ),
  async "an edit"() {
    const stream = await client.images.edit({ ...ask, image: await file(), stream: true, partial_images: 1 });
    assert.deepEqual(kinds(await collect(stream)), ["image_edit.partial_image", "image_edit.completed"]);
  },
  async "azure's client"() {
    const stream = await azure.images.generate({ ...ask, model: "gpt-image-1", stream: true });
    assert.deepEqual(kinds(await collect(stream)), ["image_generation.completed"]);
  },
  async "an error before the first event"() {
    const call = () => client.images.generate({ ...ask, prompt: "[block]", stream: true });
    await refused(call, OpenAI.BadRequestError, { code: "moderation_blocked" });
  },
  async "an error after the first event"() {
    const stream = await client.images.generate({ ...ask, prompt: "[fall]", stream: true, partial_images: 1 });
    const seen = [];
    const read = async () => {
      for await (const event of stream) seen.push(event.type);
    };
    await refused(read, OpenAI.APIError, { code: "engine_failed", type: "server_error" });
    assert.deepEqual(seen, ["image_generation.partial_image"]);
  },
};

const errors = {
  async "a bad field"() {
    const error = await refused(() => client.images.generate({ ...ask, n: 11 }), OpenAI.BadRequestError, {
      status: 400,
      code: "invalid_value",
      param: "n",
      type: "invalid_request_error",
    });
    assert.ok(error.requestID);
  },
  async "a wrong key"() {
    const stranger = client.withOptions({ apiKey: "sk-wrong" });
    await refused(() => stranger.models.list(), OpenAI.AuthenticationError, { code: "invalid_api_key" });
  },
  async "a model that is not there"() {
    const call = () => client.images.generate({ ...ask, model: "dall-e-9" });
    await refused(call, OpenAI.NotFoundError, { code: "model_not_found", param: "model" });
  },
  async "a declined wish"() {
    const call = () => client.images.generate({ ...ask, prompt: "[block]" });
    const error = await refused(call, OpenAI.BadRequestError, { code: "moderation_blocked" });
    assert.deepEqual(error.error.moderation_details.categories, ["safety"]);
  },
  async "a picture that is none"() {
    const image = await toFile(Buffer.from("this is no picture"), "a.png");
    const error = await refused(() => client.images.edit({ ...ask, image }), OpenAI.BadRequestError);
    assert.match(error.param, /^image/);
  },
  async "a body over the limit"() {
    const call = () => client.images.generate({ ...ask, filler: "x".repeat(2 ** 21) });
    await refused(call, OpenAI.APIError, { status: 413, code: "request_too_large" });
  },
  async "a broken engine, three times"() {
    let attempts = 0;
    const counting = client.withOptions({
      maxRetries: 2,
      fetch: (...given) => {
        attempts += 1;
        return fetch(...given);
      },
    });
    const call = () => counting.images.generate({ ...ask, prompt: "[break]" });
    await refused(call, OpenAI.InternalServerError, { code: "engine_failed" });
    assert.equal(attempts, 3);
  },
};

// These run against a server with room for one picture at a time.
const patience = {
  async "a call that times out frees the engine"() {
    const call = () => client.images.generate({ ...ask, prompt: "[wait 600]" }, { timeout: 500 });
    await refused(call, OpenAI.APIConnectionTimeoutError);
    assert.equal((await client.images.generate(ask, { maxRetries: 8 })).data.length, 1);
  },
  async "a call that is aborted frees the engine"() {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 500);
    const call = () => client.images.generate({ ...ask, prompt: "[wait 600]" }, { signal: controller.signal });
    await refused(call, OpenAI.APIUserAbortError);
    assert.equal((await client.images.generate(ask, { maxRetries: 8 })).data.length, 1);
  },
  async "a stream that is left frees the engine"() {
    const long = { ...ask, prompt: "[wait 600]", stream: true, partial_images: 2 };
    for await (const event of await client.images.generate(long)) {
      assert.equal(event.type, "image_generation.partial_image");
      break;
    }
    assert.equal((await client.images.generate(ask, { maxRetries: 8 })).data.length, 1);
  },
  async "a full queue is a rate limit, and the client comes back by itself"() {
    const busy = await client.images.generate({ ...ask, prompt: "[wait 3]", stream: true, partial_images: 1 });
    const events = busy[Symbol.asyncIterator]();
    await events.next();
    const error = await refused(() => client.images.generate(ask), OpenAI.RateLimitError);
    assert.equal(error.code, "rate_limit_exceeded");
    assert.ok(Number(error.headers.get("retry-after-ms")) > 0);
    const begun = performance.now();
    assert.equal((await client.images.generate(ask, { maxRetries: 9 })).data.length, 1);
    assert.ok(performance.now() - begun > 950, "the client did not wait for the second that it was told");
    assert.equal((await events.next()).value.type, "image_generation.completed");
  },
};

const settled = ["completed", "failed", "expired", "cancelled"];
const generationsPath = "/v1/images/generations";
const line = (name, body = {}) =>
  JSON.stringify({ custom_id: name, method: "POST", url: generationsPath, body: { ...ask, ...body } });
const begin = async (lines) => {
  const input = await client.files.create({ file: await toFile(Buffer.from(lines.join("\n")), "lines.jsonl"), purpose: "batch" });
  return client.batches.create({ input_file_id: input.id, endpoint: generationsPath, completion_window: "24h" });
};
const finish = async (batch) => {
  for (let tries = 0; tries < 600 && !settled.includes(batch.status); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    batch = await client.batches.retrieve(batch.id);
  }
  return batch;
};
const readLines = async (id) => (await (await client.files.content(id)).text()).trim().split("\n").map((text) => JSON.parse(text));

const batches = {
  async "a file goes up, is found, listed and deleted"() {
    const expires_after = { anchor: "created_at", seconds: 7200 };
    const sent = await client.files.create({ file: await file("füchse.png"), purpose: "vision", expires_after });
    assert.deepEqual([sent.bytes, sent.filename, sent.purpose], [png.length, "füchse.png", "vision"]);
    assert.equal(sent.expires_at, sent.created_at + 7200);
    assert.deepEqual(Buffer.from(await (await client.files.content(sent.id)).arrayBuffer()), png);
    assert.equal((await client.files.waitForProcessing(sent.id)).status, "processed");
    const listed = await collect(client.files.list({ limit: 1, purpose: "vision" }));
    assert.ok(listed.some((one) => one.id === sent.id));
    assert.equal((await client.files.delete(sent.id)).deleted, true);
    await refused(() => client.files.retrieve(sent.id), OpenAI.NotFoundError);
  },
  async "a batch is worked through"() {
    const batch = await finish(await begin([line("one"), line("two", { n: 99 })]));
    assert.equal(batch.status, "completed");
    assert.deepEqual(batch.request_counts, { total: 2, completed: 1, failed: 1 });
    const [answer] = await readLines(batch.output_file_id);
    assert.equal(answer.custom_id, "one");
    assert.deepEqual(measurePng(answer.response.body.data[0].b64_json), [64, 64]);
    const [failure] = await readLines(batch.error_file_id);
    assert.deepEqual([failure.custom_id, failure.response.status_code], ["two", 400]);
  },
  async "a bad file is refused with its lines"() {
    const batch = await finish(await begin([line("one"), "{"]));
    assert.equal(batch.status, "failed");
    assert.deepEqual(batch.errors.data.map((error) => [error.line, error.code]), [[2, "invalid_json_line"]]);
  },
  async "a batch is cancelled"() {
    const batch = await begin([...Array(60).keys()].map((n) => line(`${n}`, { prompt: "[wait 1]" })));
    assert.equal((await client.batches.cancel(batch.id)).status, "cancelling");
    assert.equal((await finish(batch)).status, "cancelled");
    assert.ok((await collect(client.batches.list({ limit: 2 }))).length >= 3);
  },
  async "an edit names an uploaded picture"() {
    const { id } = await client.files.create({ file: await file(), purpose: "vision" });
    const answer = await client.post("/images/edits", { body: { ...ask, images: [{ file_id: id }] } });
    assert.equal(answer.usage.input_tokens_details.image_tokens, 258);
  },
};

await run({ generations, edits, streams, errors, patience, batches });
