// The judge must find what it is there to find.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Definition } from './definition.mjs';
import { judge } from './judge.mjs';

const thing = {
  type: 'object', required: ['name'],
  properties: {
    name: { type: 'string' }, kind: { type: 'string', enum: ['Email', 'Phone'] }, at: { type: 'string', format: 'date-time' },
    selfUri: { type: 'string', format: 'uri' },
  },
};
const errorBody = {
  type: 'object',
  properties: { message: { type: 'string' }, code: { type: 'string' }, status: { type: 'integer' },
    contextId: { type: 'string' }, details: { type: 'array', items: {} }, errors: { type: 'array', items: {} } },
};
const definition = new Definition({
  definitions: { Thing: thing, ErrorBody: errorBody },
  paths: {
    '/api/v2/things/{id}': {
      get: { responses: { 200: { schema: { $ref: '#/definitions/Thing' } },
        404: { 'x-inin-error-codes': { 'thing.not.found': '' } } },
      parameters: [{ in: 'query', name: 'expand', type: 'array', items: { enum: ['a', 'b'] } }] },
      put: { responses: { 200: { schema: { $ref: '#/definitions/Thing' } } },
        parameters: [{ in: 'body', required: true, schema: { $ref: '#/definitions/Thing' } }] },
      delete: { responses: { 204: {} } },
    },
    '/api/v2/things/mine': { get: { responses: { 200: { schema: { $ref: '#/definitions/Thing' } } } } },
  },
});

const good = { name: 'x', kind: 'Email', at: '2026-03-04T05:06:07.890Z', selfUri: '/api/v2/things/1' };
const refusal = (status, code) => ({ message: 'm', code, status, contextId: 'c', details: [], errors: [] });

function deviations({ method = 'GET', target = '/api/v2/things/1', status = 200, request = '', response = good }) {
  const responseBody = typeof response === 'string' ? response : JSON.stringify(response);
  return judge(definition, { method, target, status, requestBody: request, responseBody }).deviations;
}

function finds(exchange, words) {
  const found = deviations(exchange).join('; ');
  assert.match(found, words);
}

test('a conformant exchange has no deviation', () => assert.deepEqual(deviations({}), []));
test('a missing required field is found', () => finds({ response: { kind: 'Email' } }, /required property 'name'/));
test('a wrong type is found', () => finds({ response: { name: 1 } }, /\/name must be string/));
test('a value outside the enumeration is found', () => finds({ response: { name: 'x', kind: 'Fax' } }, /allowed values/));
test('a malformed date is found', () => finds({ response: { name: 'x', at: 'today' } }, /format "date-time"/));
test('an unknown field is found', () => finds({ response: { name: 'x', extra: 1 } }, /additional properties 'extra'/));
test('a null field is found', () => finds({ response: { name: 'x', kind: null } }, /\/kind must be/));
test('a status that is not declared is found', () => finds({ status: 202 }, /status is not declared/));
test('a body where none is declared is found', () => finds({ method: 'DELETE', status: 204 }, /none is declared/));
test('no body where one is declared is found', () => finds({ response: '' }, /no body/));
test('a declared error code passes, another one is found', () => {
  assert.deepEqual(deviations({ status: 404, response: refusal(404, 'thing.not.found') }), []);
  finds({ status: 404, response: refusal(404, 'thing.lost') }, /code thing.lost/);
});
test('an error body that contradicts the status is found', () =>
  finds({ status: 404, response: refusal(400, 'not.found') }, /says status 400/));
test('an error status that is not standard is found', () =>
  finds({ status: 418, response: refusal(418, 'not.found') }, /not declared/));
test('an honest 501 is no deviation and not simulated', () => {
  const verdict = judge(definition, { method: 'GET', target: '/api/v2/things/1', status: 501, requestBody: '',
    responseBody: JSON.stringify(refusal(501, 'mock.not.simulated')) });
  assert.deepEqual(verdict.deviations, []);
  assert.equal(verdict.isSimulated, false);
});
test('an operation that the definition lacks must not succeed', () => {
  finds({ target: '/api/v2/elsewhere' }, /no such operation/);
  assert.deepEqual(deviations({ target: '/api/v2/elsewhere', status: 404, response: refusal(404, 'not.found') }), []);
  finds({ method: 'PATCH', status: 404, response: refusal(404, 'not.found') }, /answered 404/);
});
test('an accepted request with wrong fields is found, a tolerated or refused one is not', () => {
  const put = (body) => ({ method: 'PUT', request: JSON.stringify(body) });
  finds(put({ kind: 'Email' }), /accepted request.*'name'/);
  assert.deepEqual(deviations(put({ name: 'x', unknown: 1 })), []);
  finds({ method: 'PUT' }, /required body is missing/);
  assert.deepEqual(deviations({ method: 'PUT', request: '{', status: 400, response: refusal(400, 'bad.request') }), []);
});
test('an accepted query parameter that is not declared is found', () => {
  finds({ target: '/api/v2/things/1?colour=red' }, /colour is not declared/);
  finds({ target: '/api/v2/things/1?expand=a,c' }, /expand has a value/);
  assert.deepEqual(deviations({ target: '/api/v2/things/1?expand=a,b' }), []);
});
test('a literal path wins over a parameter', () =>
  assert.equal(definition.find('GET', '/api/v2/things/mine').operation.path, '/api/v2/things/mine'));
