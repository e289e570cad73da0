// Receivers are taught to hash JSON.stringify(body): every body that the mock may send must come out of the
// parser and the serialiser as the same bytes.
import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const folder = join(process.env.ROOT, 'fixtures', 'wire', 'mock');
const bodies = readdirSync(folder).filter((name) => name.startsWith('webhook_'));

test('there are bodies to look at', () => assert.ok(bodies.length >= 8, String(bodies)));

for (const name of bodies)
  test(`${name} is what JSON.stringify prints`, () => {
    const body = readFileSync(join(folder, name), 'utf8');
    assert.strictEqual(JSON.stringify(JSON.parse(body)), body);
  });
