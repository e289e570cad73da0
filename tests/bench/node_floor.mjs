// Peer: a plain Node.js server with an equal stub: reads the body, parses it, checks the bearer, answers JSON.
import { createServer } from 'node:http';

const token = 'Bearer floor';
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const known = request.headers.authorization === token;
    const message = JSON.parse(Buffer.concat(chunks).toString());
    const answer = JSON.stringify({ id: '5d4f0b8e0c1a4a0b9f4d6d3c2b1a0f9e', channel: message.channel, type: 'Text', text: message.text });
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${server.address().port}`));
