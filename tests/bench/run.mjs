// Runs the benchmarks and prints each figure beside the floors measured in the same run.
//   node tests/bench/run.mjs BIN_DIRECTORY [SECONDS_PER_ROUND] [ROUNDS]
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const bin = path.resolve(process.argv[2] ?? path.join(root, 'build', 'bench', 'bin'));
const seconds = Number(process.argv[3] ?? 3);
const rounds = Number(process.argv[4] ?? 3);
const organisation = path.join(root, 'fixtures', 'organisations', 'first-handover.yaml');
const connections = 32;
const clockTicksPerSecond = 100;
const clientId = '7a1f7d3e-6f0a-4f6e-9d57-0c9a52f0c001';
const clientSecret = 'client-secret-of-the-first-handover';
const integrationId = '1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01';
const inboundPath = `/api/v2/conversations/messages/${integrationId}/inbound/open/message`;

const programs = {
  'raw epoll, fixed bytes': [path.join(bin, 'epoll_floor')],
  'guarded server, fixed bytes': [path.join(bin, 'guarded_floor')],
  'plain Node http, equal stub': [process.execPath, path.join(here, 'node_floor.mjs')],
  'mock-genesys, inbound message': [path.join(bin, 'mock-genesys'), 'serve', '--org', organisation, '--port', '0', '--seed', '1'],
};

async function start([command, ...args]) {
  const began = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const ready = /ready on http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
    if (!ready) continue;
    child.stdout.resume();
    return { child, port: Number(ready[1]), began };
  }
  throw new Error(`${command} ended before it was ready`);
}

async function stop({ child }) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const status = (pid, key) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}

// From the start of the process to the first byte of the first answer, in milliseconds.
async function timeToReady(program) {
  const server = await start(program);
  const socket = net.connect(server.port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.write('GET /_mock/live HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n');
  await once(socket, 'data');
  const taken = Number(process.hrtime.bigint() - server.began) / 1e6;
  const memory = status(server.child.pid, 'VmRSS') / 1024;
  socket.destroy();
  await stop(server);
  return { taken, memory };
}

async function tokenFor(name, port) {
  if (!name.startsWith('mock')) return 'floor';
  const answer = await fetch(`http://127.0.0.1:${port}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  return (await answer.json()).access_token;
}

let runNumber = 0;
function load(port, token) {
  runNumber += 1;
  const result = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', path.join(here, 'inbound.lua'),
    `http://127.0.0.1:${port}`],
  { encoding: 'utf8', env: { ...process.env, BENCH_TOKEN: token, BENCH_PATH: inboundPath, BENCH_RUN: String(runNumber) } });
  const text = result.stdout;
  if (/Non-2xx/.test(text)) throw new Error(`not every answer was a success:\n${text}`);
  return { requests: Number(/(\d+) requests in/.exec(text)[1]), perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]),
    p99: /99%\s+(\S+)/.exec(text)[1] };
}

async function throughput() {
  const figures = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, program] of Object.entries(programs)) {
      const server = await start(program);
      const token = await tokenFor(name, server.port);
      load(server.port, token);
      const before = cpuSeconds(server.child.pid);
      const got = load(server.port, token);
      const cpu = (cpuSeconds(server.child.pid) - before) / got.requests * 1e6;
      figures[name].push({ ...got, cpu, memory: status(server.child.pid, 'VmRSS') / 1024 });
      await stop(server);
    }
  }
  return figures;
}

const pad = (text, width) => String(text).padStart(width);

console.log(`benchmarks: ${rounds} rounds of ${seconds} s, ${connections} connections, best of each\n`);
console.log('start (process start to first answered request, median of 9) and idle memory');
for (const name of ['guarded server, fixed bytes', 'mock-genesys, inbound message']) {
  const samples = [];
  for (let i = 0; i < 9; i += 1) samples.push(await timeToReady(programs[name]));
  console.log(`  ${name.padEnd(32)} ${pad(median(samples.map((s) => s.taken)).toFixed(1), 8)} ms  ${pad(median(samples.map((s) => s.memory)).toFixed(1), 6)} MB`);
}

console.log('\ninbound message over HTTP');
console.log(`  ${''.padEnd(32)} ${pad('req/s', 8)} ${pad('x guarded', 10)} ${pad('x node', 8)} ${pad('CPU us/req', 11)} ${pad('x guarded', 10)} ${pad('p99', 9)} ${pad('MB after', 9)}`);
const figures = await throughput();
const best = Object.fromEntries(Object.entries(figures).map(([name, rows]) => [name, {
  perSecond: Math.max(...rows.map((row) => row.perSecond)), cpu: Math.min(...rows.map((row) => row.cpu)),
  p99: rows.map((row) => row.p99).sort()[0], memory: median(rows.map((row) => row.memory)) }]));
const floor = best['guarded server, fixed bytes'];
const peer = best['plain Node http, equal stub'];
for (const [name, row] of Object.entries(best)) {
  console.log(`  ${name.padEnd(32)} ${pad(row.perSecond.toFixed(0), 8)} ${pad((row.perSecond / floor.perSecond).toFixed(2), 10)} ${pad((row.perSecond / peer.perSecond).toFixed(2), 8)} ${pad(row.cpu.toFixed(1), 11)} ${pad((row.cpu / floor.cpu).toFixed(2), 10)} ${pad(row.p99, 9)} ${pad(row.memory.toFixed(1), 9)}`);
}
