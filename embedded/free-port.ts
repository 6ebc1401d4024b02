import { createServer } from 'node:net';

function canListen(host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve(bound);
      });
    });
  });
}

// The wished port or the first free one after it; with no wish, or all of those taken, any.
export async function findFreePort(host: string, wished = 0, tries = 20): Promise<number> {
  for (let port = wished; wished !== 0 && port < Math.min(wished + tries, 65_536); port += 1) {
    if ((await canListen(host, port)) !== null) return port;
  }
  const any = await canListen(host, 0);
  if (any === null) throw new Error(`no free port on ${host}`);
  return any;
}
