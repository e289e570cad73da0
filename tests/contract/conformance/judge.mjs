// Judges one recorded exchange against the definition. A deviation is a sentence; an exchange without any is
// conformant. What the mock accepts on purpose beyond the definition is listed here with its evidence.

const standardStatuses = new Set([400, 401, 403, 404, 408, 409, 413, 415, 429, 500, 503, 504]);

// Codes that any operation may answer, declared on nearly all of them.
const standardCodes = new Set(['bad.request', 'invalid.date', 'invalid.value', 'invalid.property',
  'invalid.query.param.value', 'constraint.validation', 'client.failed.request', 'response.entity.too.large',
  'authentication.required', 'bad.credentials', 'credentials.expired', 'missing.permissions',
  'missing.any.permissions', 'not.authorized', 'not.found', 'client.timeout', 'request.conflict',
  'request.entity.too.large', 'unsupported.media.type', 'too.many.requests.retry.after', 'too.many.requests',
  'internal.server.error', 'service.unavailable', 'request.timeout']);

// Where documents or live traffic contradict the definition.
const toleratedRequests = [
  /\/idType must be equal to one of the allowed values/, // live traffic and the vendor's examples write lower case
];
const toleratedResponses = [
  // "Open Messaging" in the developer centre has it in the message's channel; the model knows only subType.
  /\/channel\/metadata must NOT have additional properties 'customAttributes'/,
];
// useNormalizedMessage "drops the deprecated fields", says the operation; the model goes on requiring one.
const toleratedNormalized = /must have required property 'textBody'/;

const errorBody = { $ref: '#/definitions/ErrorBody' };

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function complaints(validate, value) {
  if (validate(value)) return [];
  return validate.errors.map((error) => {
    const extra = error.params.additionalProperty ? ` '${error.params.additionalProperty}'` : '';
    const allowed = error.params.allowedValues ? ` (${error.params.allowedValues.join(', ')})` : '';
    return `${error.instancePath.replace(/\/\d+/g, '/*')} ${error.message}${extra}${allowed}`;
  });
}

// A refusal that is the simulator's own and says so: 501 for what it does not simulate, 405, faults.
function isOwnRefusal(body) { return typeof body?.code === 'string' && body.code.startsWith('mock.'); }

function judgeError(definition, operation, exchange, body) {
  const found = complaints(definition.responseValidator(errorBody), body);
  if (body?.status !== exchange.status) found.push(`error body says status ${body?.status}`);
  if (isOwnRefusal(body)) return found;
  const declared = operation?.responses[exchange.status];
  if (!declared && !standardStatuses.has(exchange.status)) found.push('status is not declared');
  const codes = new Set(Object.keys(declared?.['x-inin-error-codes'] ?? {}));
  if (!codes.has(body?.code) && !standardCodes.has(body?.code)) found.push(`code ${body?.code} is not declared`);
  return found;
}

function judgeSuccess(definition, operation, exchange, body) {
  const declared = operation.responses[exchange.status] ?? operation.responses.default;
  if (!declared) return [`status is not declared (${Object.keys(operation.responses).join(', ')})`];
  if (!declared.schema) return exchange.responseBody === '' ? [] : ['a body, but none is declared'];
  if (operation.method === 'HEAD') return [];
  if (exchange.responseBody === '') return ['no body, but one is declared'];
  if (body === undefined) return ['the body is not JSON'];
  const wrong = complaints(definition.responseValidator(declared.schema), body);
  const isNormalized = exchange.target.includes('useNormalizedMessage=true');
  return wrong.filter((complaint) => !toleratedResponses.some((pattern) => pattern.test(complaint)) &&
    !(isNormalized && toleratedNormalized.test(complaint)));
}

function judgeQuery(operation, query) {
  const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const found = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const parameter = declared.find((candidate) => candidate.name === name);
    const allowed = parameter?.enum ?? parameter?.items?.enum;
    if (!parameter) found.push(`query parameter ${name} is not declared`);
    else if (allowed && value !== '' && value.split(',').some((part) => !allowed.includes(part)))
      found.push(`query parameter ${name} has a value that is not declared`);
  }
  return found;
}

// Only what was accepted: a refused request may be as wrong as its test likes.
function judgeRequest(definition, operation, exchange, query) {
  const found = judgeQuery(operation, query);
  const parameter = (operation.parameters ?? []).find((candidate) => candidate.in === 'body');
  if (!parameter) return found;
  if (exchange.requestBody === '') return parameter.required ? [...found, 'a required body is missing'] : found;
  const body = parsed(exchange.requestBody);
  if (body === undefined) return [...found, 'the body is not JSON'];
  const wrong = complaints(definition.requestValidator(parameter.schema), body);
  return [...found, ...wrong.filter((complaint) => !toleratedRequests.some((pattern) => pattern.test(complaint)))];
}

// {operation, deviations}: operation is "GET /api/v2/...", or undefined for a path the definition does not have.
export function judge(definition, exchange) {
  const [path, query = ''] = exchange.target.split('?');
  const { operation, knowsPath } = definition.find(exchange.method, path);
  const body = parsed(exchange.responseBody);
  const name = operation && `${operation.method} ${operation.path}`;
  const isRefused = exchange.status >= 400;
  if (!operation) {
    const expected = knowsPath ? 405 : 404;
    const deviations = exchange.status === expected ? judgeError(definition, undefined, exchange, body)
      : [`answered ${exchange.status} where the definition has no such operation`];
    return { operation: undefined, deviations };
  }
  if (isRefused && operation.method === 'HEAD') return { operation: name, deviations: [] }; // it has no body to judge
  const deviations = isRefused ? judgeError(definition, operation, exchange, body)
    : [...judgeRequest(definition, operation, exchange, query).map((what) => `accepted request: ${what}`),
      ...judgeSuccess(definition, operation, exchange, body)];
  const isSimulated = !(exchange.status === 501 && isOwnRefusal(body));
  return { operation: name, isSimulated, deviations };
}
