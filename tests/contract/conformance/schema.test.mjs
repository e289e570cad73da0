// The schema that handover prints, judged by a validator that is not ours: it accepts every shipped scenario and
// refuses the wrong ones, as far as a schema can see what is wrong.
//   HANDOVER=... ROOT=... node --test schema.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import { parse } from 'yaml';

const root = process.env.ROOT;
const schema = JSON.parse(execFileSync(process.env.HANDOVER, ['schema'], { encoding: 'utf8' }));
const validate = new Ajv({ strict: false }).compile(schema);

const yamlBelow = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml'))
  .map((name) => path.join(folder, name));

const scenarios = yamlBelow(path.join(root, 'scenarios')).filter((name) => !name.endsWith('.part.yaml'));
for (const file of scenarios) {
  test(`accepts ${path.relative(root, file)}`, () => {
    assert.ok(validate(parse(readFileSync(file, 'utf8'))), JSON.stringify(validate.errors, null, 1));
  });
}

// What only other steps, other keys, other files, the rows of a matrix or the bytes of the file can show.
const beyond = new Set(['alias', 'both_effects', 'capture_misspelled', 'capture_unknown', 'customer_misspelled',
  'customer_silent', 'exactly_captures', 'exactly_without_time', 'expect_nothing', 'expect_two_targets',
  'expect_until', 'fault_answer_no_status', 'fault_without_effect', 'matrix_column_unused',
  'matrix_row_does_not_fit', 'matrix_rows_differ', 'never_absent_main_field', 'never_captures',
  'never_size_of_a_text', 'never_unbounded', 'never_until_and_for', 'not_not', 'number_is_a_word', 'regex_broken',
  'secret_too_short', 'status_out_of_range', 'use_of_nothing', 'world_missing_reason']);

function refuses(text) {
  try {
    return !validate(parse(text));
  } catch {
    return true; // no YAML
  }
}

const wrong = yamlBelow(path.join(root, 'tests', 'harness', 'scenario', 'wrong'));
for (const file of wrong.filter((name) => !beyond.has(path.basename(name, '.yaml')))) {
  test(`refuses ${path.basename(file)}`, () => assert.ok(refuses(readFileSync(file, 'utf8'))));
}

test('has enough files to judge', () => {
  assert.ok(scenarios.length >= 25 && wrong.length - beyond.size >= 60, `${scenarios.length}, ${wrong.length}`);
});

test('tells an editor what each step means', () => {
  const described = Object.values(schema.definitions.step.anyOf[0].patternProperties);
  assert.ok(described.length >= 20 && described.every((step) => step.description));
});
