import https from 'node:https';
import { type Request, type Response, Router } from 'express';

const router = Router();

const feeds: Record<string, string> = {
  north: 'https://north.example/feed',
  south: 'https://south.example/feed',
};

const lenient = new https.Agent({ rejectUnauthorized: false });
const strict = new https.Agent({ rejectUnauthorized: true, keepAlive: true });

router.get('/preview', async (req: Request, res: Response) => {
  const answer = await fetch(String(req.query.url));
  res.type('application/json').send(await answer.text());
});

router.get('/feed/:partner', async (req: Request, res: Response) => {
  const address = feeds[req.params.partner];
  if (!address) {
    res.sendStatus(404);
    return;
  }
  const answer = await fetch(address);
  res.type('application/json').send(await answer.text());
});

router.get('/health', (req: Request, res: Response) => {
  https.get({ host: 'north.example', path: '/health', agent: lenient }, (answer) => res.json({ up: answer.statusCode }));
});

router.get('/status', (req: Request, res: Response) => {
  https.get({ host: 'south.example', path: '/status', agent: strict }, (answer) => res.json({ up: answer.statusCode }));
});

export = router;
