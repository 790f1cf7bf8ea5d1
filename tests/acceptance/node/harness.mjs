// Runs named calls one after another and prints a line of JSON for each: {"name", "error"}; `error` is null where
// the call went as expected. PINXIT_URL and PINXIT_KEY say where the server is, the first argument which group runs.

import assert from "node:assert/strict";

export const url = process.env.PINXIT_URL;
export const key = process.env.PINXIT_KEY;

export async function run(groups) {
  for (const [name, call] of Object.entries(groups[process.argv[2]])) {
    let error = null;
    try {
      await call();
    } catch (caught) {
      error = caught?.stack ?? String(caught);
    }
    console.log(JSON.stringify({ name, error }));
  }
}

// The exception that a call must end with, of this class and with these properties.
export async function refused(call, kind, properties = {}) {
  let caught;
  try {
    await call();
  } catch (error) {
    caught = error;
  }
  assert.ok(caught, "the call was not refused");
  assert.ok(caught instanceof kind, `${caught?.constructor?.name}: ${caught?.message}`);
  for (const [name, value] of Object.entries(properties)) assert.deepEqual(caught[name], value, name);
  return caught;
}

export async function collect(stream) {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

// Width and height of a PNG, in bytes or in base64.
export function measurePng(data) {
  const bytes = typeof data === "string" ? Buffer.from(data, "base64") : Buffer.from(data);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

// Pictures to send, made by the test that runs this script.
export const png = Buffer.from(process.env.PINXIT_PNG, "base64");
export const mask = Buffer.from(process.env.PINXIT_MASK, "base64");
