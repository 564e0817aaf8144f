/** Small programs whose findings tests name exactly. */

export const VULNERABLE = `const { Pool } = require('pg');
const app = require('express').Router();
const pool = new Pool();
app.get('/u', (req, res) => pool.query('SELECT * FROM u WHERE id = ' + req.query.id));
`;

export const QUERY = "'SELECT * FROM u WHERE id = ' + req.query.id";
export const QUERY_MESSAGE = 'req.query.id becomes part of the SQL text; pass it as a bound parameter.';

/** What the proven fix makes of it. */
export const FIXED = VULNERABLE.replace(QUERY, "'SELECT * FROM u WHERE id = $1', [req.query.id]");

export const SUPPRESSED = VULNERABLE.replace(
  "app.get('/u'",
  "// security-ignore: sql-injection ids are numbers here\napp.get('/u'",
);

/** Only a warning: an algorithm that is too weak for what it is used for. */
export const WEAK_HASH = `const { createHash } = require('node:crypto');
exports.signatureOf = (message) => createHash('md5').update(message).digest('hex');
`;

export const CLEAN = `const { createHash } = require('node:crypto');
exports.etag = (body) => createHash('sha256').update(body).digest('hex');
`;

/** A flow through two files: the value enters in one and does harm in the other. */
export const ROUTES = `const store = require('./store');
const app = require('express').Router();
app.get('/u', (req, res) => store.find(req.query.name));
`;
export const STORE = `const { Pool } = require('pg');
const pool = new Pool();
exports.find = (name) => pool.query('SELECT * FROM u WHERE name = ' + name);
`;

/** Renders a template with what the request says. */
export const RENDERS = `from flask import Flask, render_template, request
app = Flask(__name__)
@app.route("/")
def page():
    return render_template("page.html", name=request.args["name"])
`;
