// The vendor's official JavaScript SDK, unmodified, against mock-genesys: what it sends and understands is evidence
// that does not come from us. Environment: MOCK_GENESYS (the program), ORGANISATION (the file).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { startMock } from './mock_server.mjs';

const require = createRequire(import.meta.url);
const platform = require('purecloud-platform-client-v2');

const clientId = '7a1f7d3e-6f0a-4f6e-9d57-0c9a52f0c001';
const clientSecret = 'client-secret-of-the-first-handover';
const integrationName = 'chatbot';

let mock;
before(async () => { mock = await startMock(process.env.MOCK_GENESYS, process.env.ORGANISATION); });
after(async () => { assert.equal(await mock?.stop(), 0); });

function message(id, text) {
  return {
    channel: {
      messageId: id,
      from: { id: 'anna@example.org', idType: 'email', nickname: 'Anna', firstName: 'Anna', lastName: 'Berg' },
      time: new Date().toISOString(),
      metadata: { customAttributes: { orderId: '42' } },
    },
    text,
  };
}

function useOrigin(protocol) {
  const client = platform.ApiClient.instance;
  client.config.live_reload_config = false;
  client.setReturnExtendedResponses(false);
  const port = protocol === 'https' ? mock.tlsPort : mock.port;
  client.setGateway({ host: '127.0.0.1', protocol, port });
  if (protocol === 'https') client.setProxyAgent(new https.Agent({ ca: readFileSync(mock.caFile) }));
  return client;
}

for (const protocol of ['http', 'https']) {
  describe(`over ${protocol}`, () => {
    let client;
    before(() => { client = useOrigin(protocol); });

    test('a wrong secret is refused as the login host refuses it', async () => {
      await assert.rejects(client.loginClientCredentialsGrant(clientId, 'wrong'), (error) => {
        const response = error.response ?? error;
        assert.equal(response.status, 401);
        assert.deepEqual(response.data ?? response.body, {
          error: 'invalid_client', description: 'authentication failed', error_description: 'authentication failed' });
        return true;
      });
    });

    test('an unknown client is refused with 400', async () => {
      await assert.rejects(client.loginClientCredentialsGrant('nobody', 'wrong'), (error) => {
        assert.equal((error.response ?? error).status, 400);
        return true;
      });
    });

    test('login, integrations, inbound message with prefetch, conversation', async () => {
      const login = await client.loginClientCredentialsGrant(clientId, clientSecret);
      assert.ok(login.accessToken.length > 20);

      const conversations = new platform.ConversationsApi();
      const listing = await conversations.getConversationsMessagingIntegrationsOpen({ pageSize: 10 });
      const integration = listing.entities.find((entity) => entity.name === integrationName);
      assert.equal(integration.createStatus, 'Completed');
      assert.equal(listing.total, listing.entities.length);

      const sent = await conversations.postConversationsMessageInboundOpenMessage(
        integration.id, message(`${protocol}-1`, 'Hello'), { prefetchConversationId: true });
      assert.match(sent.id, /^[0-9a-f]{32}$/);
      assert.equal(sent.type, 'Text');
      assert.equal(sent.text, 'Hello');
      assert.equal(sent.channel.from.idType, 'Email');
      assert.ok(sent.conversationId);

      const conversation = await conversations.getConversationsMessage(sent.conversationId);
      assert.equal(conversation.id, sent.conversationId);
      const purposes = conversation.participants.map((participant) => participant.purpose);
      assert.deepEqual(purposes.slice(0, 3), ['customer', 'workflow', 'acd']);
      const [customer] = conversation.participants;
      assert.equal(customer.attributes.orderId, '42');
      assert.ok(customer.messages.some((entry) => entry.messageId === sent.id));

      const details = await conversations.getConversationsMessageDetails(sent.id);
      assert.equal(details.textBody, 'Hello');
      assert.equal(details.direction, 'inbound');
    });

    test('without prefetch there is no conversation id', async () => {
      const conversations = new platform.ConversationsApi();
      const listing = await conversations.getConversationsMessagingIntegrationsOpen();
      const sent = await conversations.postConversationsMessageInboundOpenMessage(
        listing.entities[0].id, message(`${protocol}-2`, 'Are you there?'));
      assert.equal(sent.conversationId, undefined);
    });

    test('a message without time is refused with the vendor\'s own code', async () => {
      const conversations = new platform.ConversationsApi();
      const listing = await conversations.getConversationsMessagingIntegrationsOpen();
      const body = message(`${protocol}-3`, 'When?');
      delete body.channel.time;
      await assert.rejects(
        conversations.postConversationsMessageInboundOpenMessage(listing.entities[0].id, body), (error) => {
          assert.equal(error.code ?? error.body?.code, 'missing.open.channel.date');
          return true;
        });
    });

    test('an operation that is not simulated says so with 501', async () => {
      await assert.rejects(new platform.ArchitectApi().getFlowsMilestones(), (error) => {
        assert.equal(error.status ?? error.body?.status, 501);
        assert.match(error.message ?? error.body?.message, /GET \/api\/v2\/flows\/milestones/);
        return true;
      });
    });
  });
}
