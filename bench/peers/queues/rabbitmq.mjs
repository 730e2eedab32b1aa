// RabbitMQ: a durable queue, persistent messages, a confirm for each before the till is answered; batches of up to 64 for the worker,
// acknowledged when Rule has them.
import amqp from "amqplib";

const batchMax = 64;

export async function open() {
  const connection = await amqp.connect(process.env.AMQP_URL);
  const channel = await connection.createConfirmChannel();
  await channel.assertQueue("orders", { durable: true });
  const publish = (job) =>
    new Promise((resolve, reject) =>
      channel.sendToQueue("orders", Buffer.from(JSON.stringify(job)), { persistent: true, messageId: String(job.id) }, (error) =>
        error ? reject(error) : resolve(),
      ),
    );
  return { add: (jobs) => Promise.all(jobs.map(publish)), work: (handle) => consume(connection, handle) };
}

async function consume(connection, handle) {
  const channel = await connection.createChannel();
  await channel.prefetch(2 * batchMax);
  let waiting = [];
  let timer = null;
  const flush = async () => {
    clearTimeout(timer);
    timer = null;
    const batch = waiting.splice(0, batchMax);
    if (batch.length === 0) return;
    try {
      await handle(batch.map((message) => JSON.parse(message.content)));
      for (const message of batch) channel.ack(message);
    } catch {
      for (const message of batch) channel.nack(message);
    }
  };
  await channel.consume("orders", (message) => {
    waiting.push(message);
    if (waiting.length >= batchMax) flush();
    else timer ??= setTimeout(flush, 5);
  });
}
