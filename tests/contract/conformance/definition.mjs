// The vendor's API definition (Swagger 2.0) as an oracle: which operation a request belongs to, and validators for
// what it may send and answer. The definition is not part of this project; whoever has one passes its path.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv');
const { default: addFormats } = require('ajv-formats');

const interval = /^\d{4}-\d{2}-\d{2}T[^/]+\/(\d{4}-\d{2}-\d{2}T.+|P.+)$/;

// A copy in which a "uri" may be relative, as the vendor's selfUri is. Closed: an object that lists its properties
// has no others.
function adapted(schema, closed) {
  if (Array.isArray(schema)) return schema.map((part) => adapted(part, closed));
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = {};
  for (const [key, value] of Object.entries(schema)) copy[key] = adapted(value, closed);
  if (copy.format === 'uri') copy.format = 'uri-reference';
  if (closed && copy.type === 'object' && copy.properties && copy.additionalProperties === undefined)
    copy.additionalProperties = false;
  return copy;
}

function validators(definitions, closed) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  ajv.addFormat('interval', interval);
  ajv.addSchema({ $id: 'api', definitions: adapted(definitions, closed) });
  const compiled = new Map();
  return (schema) => {
    const key = JSON.stringify(schema);
    if (!compiled.has(key)) {
      const text = key.replaceAll('"#/definitions/', '"api#/definitions/');
      compiled.set(key, ajv.compile(adapted(JSON.parse(text), closed)));
    }
    return compiled.get(key);
  };
}

function operationsOf(definition) {
  const operations = [];
  for (const [path, methods] of Object.entries(definition.paths))
    for (const [method, operation] of Object.entries(methods))
      operations.push({ method: method.toUpperCase(), path, segments: path.split('/'), ...operation });
  return operations;
}

function fits(operation, segments) {
  return operation.segments.length === segments.length &&
    operation.segments.every((part, i) => (part.startsWith('{') ? segments[i] !== '' : part === segments[i]));
}

// Literal segments win over parameters, from the left.
function moreSpecific(left, right) {
  for (let i = 0; i < left.segments.length; ++i) {
    const [a, b] = [left.segments[i].startsWith('{'), right.segments[i].startsWith('{')];
    if (a !== b) return b ? -1 : 1;
  }
  return 0;
}

export class Definition {
  constructor(document) {
    this.operations = operationsOf(document);
    this.requestValidator = validators(document.definitions, false);
    this.responseValidator = validators(document.definitions, true);
  }

  static read(file) { return new Definition(JSON.parse(readFileSync(file, 'utf8'))); }

  // The operation, or undefined; `knowsPath` is true when the path has other methods.
  find(method, path) {
    const candidates = this.operations.filter((operation) => fits(operation, path.split('/')));
    candidates.sort(moreSpecific);
    return { operation: candidates.find((candidate) => candidate.method === method), knowsPath: candidates.length > 0 };
  }
}
