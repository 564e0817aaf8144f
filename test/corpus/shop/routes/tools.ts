import { exec, execFile } from 'node:child_process';
import { type Request, type Response, Router } from 'express';

const router = Router();

router.post('/thumbnail', (req: Request, res: Response) => {
  const { picture, width } = req.body;
  exec(`convert ${picture} -resize ${width} thumbnail.png`, (error) => {
    res.sendStatus(error ? 500 : 204);
  });
});

router.post('/banner', (req: Request, res: Response) => {
  const width = Number(req.body.width);
  execFile('convert', ['banner.png', '-resize', String(width), 'small.png'], (error) => {
    res.sendStatus(error ? 500 : 204);
  });
});

router.post('/discount', (req: Request, res: Response) => {
  const rule = req.body.rule;
  res.json({ price: eval(rule) });
});

router.post('/fixed-discount', (req: Request, res: Response) => {
  const percent = Number(req.body.percent);
  res.json({ price: 100 - percent });
});

export = router;
