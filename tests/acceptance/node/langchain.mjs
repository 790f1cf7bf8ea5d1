// LangChain for Node: its image tool and its chat model.

import assert from "node:assert/strict";
import { HumanMessage } from "@langchain/core/messages";
import { ChatOpenAI, DallEAPIWrapper } from "@langchain/openai";
import { collect, key, measurePng, png, refused, run, url } from "./harness.mjs";

const baseURL = `${url}/v1`;
const model = "gemini-2.5-flash-image";
const open = (more) => new DallEAPIWrapper({ apiKey: key, baseUrl: baseURL, dallEResponseFormat: "b64_json", ...more });
const chat = new ChatOpenAI({ model, apiKey: key, configuration: { baseURL }, maxRetries: 0 });
const read = (content) => measurePng(content.slice("![image](data:image/png;base64,".length, -1));

const tools = {
  async "a picture in base64"() {
    assert.deepEqual(measurePng(await open({ model: "gpt-image-1", size: "1024x1024" }).invoke("a fox")), [1024, 1024]);
  },
  async "the model that it takes by itself, twice"() {
    const parts = await open({ n: 2 }).invoke("a fox");
    assert.equal(parts.length, 2);
    for (const part of parts) assert.deepEqual(measurePng(part.image_url.url), [1024, 1024]);
  },
  async "an address"() {
    const found = await open({ dallEResponseFormat: "url" }).invoke("a fox");
    const bytes = Buffer.from(await (await fetch(found)).arrayBuffer());
    assert.deepEqual(measurePng(bytes.toString("base64")), [1024, 1024]);
  },
  async "a declined wish"() {
    const error = await refused(() => open({ model: "auto" }).invoke("[block]"), Error);
    assert.equal(error.code, "moderation_blocked");
  },
};

const chats = {
  async "a picture"() {
    const answer = await chat.invoke("a red fox");
    assert.deepEqual(read(answer.content), [1024, 1024]);
    assert.equal(answer.usage_metadata.output_tokens, 1290);
  },
  async "a stream about a picture"() {
    const image = { type: "image_url", image_url: { url: `data:image/png;base64,${png.toString("base64")}` } };
    const message = new HumanMessage({ content: [{ type: "text", text: "a hat" }, image] });
    const chunks = await collect(await chat.stream([message]));
    assert.deepEqual(read(chunks.map((chunk) => chunk.content).join("")), [96, 64]);
  },
};

await run({ tools, chats });
