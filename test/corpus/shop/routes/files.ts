import fs from 'node:fs';
import path from 'node:path';
import { type Request, type Response, Router } from 'express';

const router = Router();
const manuals = path.resolve('manuals');

router.get('/manual', (req: Request, res: Response) => {
  const file = path.join(manuals, String(req.query.name));
  fs.readFile(file, 'utf8', (error, text) => {
    if (error) res.sendStatus(404);
    else res.type('text/plain').send(text);
  });
});

router.get('/picture', (req: Request, res: Response) => {
  const file = path.resolve(manuals, String(req.query.name));
  if (!file.startsWith(manuals + path.sep)) {
    res.sendStatus(403);
    return;
  }
  res.sendFile(file);
});

router.get('/receipt', (req: Request, res: Response) => {
  const file = path.join(manuals, path.basename(String(req.query.name)));
  res.type('text/plain').send(fs.readFileSync(file, 'utf8'));
});

export = router;
