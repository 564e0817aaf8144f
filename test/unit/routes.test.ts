import assert from 'node:assert/strict';
import { expectRoutes, inventory } from './routes-support';

describe('route inventory: Express', () => {
  it('joins prefixes, and guards cover what is registered after them', () =>
    expectRoutes(
      {
        'app.js': `
const express = require('express');
const { requireAuth } = require('./auth');
const users = require('./users');
const app = express();
app.get('/health', (req, res) => res.send('ok'));
app.use('/api', requireAuth);
app.use('/api/users', users);
app.get('/late', late);
function late(req, res) { res.send('late'); }
app.use(requireAuth);
app.listen(3000);
`,
        'auth.js': `
exports.requireAuth = (req, res, next) => {
  if (!req.session.user) return res.status(401).end();
  next();
};
`,
        'users.js': `
const express = require('express');
const router = express.Router();
function list(req, res) { res.json([]); }
function isAdmin(req, res, next) { if (req.user.role !== 'admin') return res.sendStatus(403); next(); }
router.get('/', list);
router.route('/:id').get(one).delete(isAdmin, remove);
function one(req, res) { res.json({}); }
function remove(req, res) { res.end(); }
module.exports = router;
`,
      },
      [
        'GET /api/users list [authentication:requireAuth]',
        'DELETE /api/users/:id remove [authentication:requireAuth, authorization:isAdmin]',
        'GET /api/users/:id one [authentication:requireAuth]',
        'GET /health  []',
        'GET /late late []',
      ],
    ));

  it('evaluates loops, helpers, factories and functions that are given the application', () =>
    expectRoutes(
      {
        'server.js': `
const express = require('express');
const app = express();
const db = {};
require('./routes')(app, db);
for (const name of ['cats', 'dogs']) app.get('/' + name, animals);
function animals(req, res) { res.json([]); }
app.listen(1);
`,
        'routes.js': `
const guard = (role) => (req, res, next) => { if (req.user.role !== role) return res.status(403).end(); next(); };
const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next);
function admin() { const router = require('express').Router(); router.use(guard('admin')); router.post('/reset', wrap(reset)); return router; }
async function reset(req, res) { res.end(); }
module.exports = (app, db) => {
  app.post('/login', login);
  app.use('/admin', admin());
  function login(req, res) { res.end(); }
};
`,
      },
      [
        'POST /admin/reset reset [authorization:guard]',
        'GET /cats animals []',
        'GET /dogs animals []',
        'POST /login login []',
      ],
    ));

  it('does not take what wraps a guard for one', () =>
    expectRoutes(
      {
        'app.js': `
const app = require('express')();
const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
app.get('/open', wrap(open));
app.get('/mine', wrap(mine));
function open(req, res) { res.end(); }
function mine(req, res) { if (!req.user) return res.status(401).end(); res.end(); }
`,
      },
      ['GET /mine mine [authentication:mine]', 'GET /open open []'],
    ));

  it('does not take settings and clients for routes', () =>
    expectRoutes(
      {
        'app.js': `const app = require('express')(); app.set('x', 1); app.get('x'); const axios = require('axios'); axios.get('/y');`,
      },
      [],
    ));
});

describe('route inventory: Flask', () => {
  it('reads blueprints, decorators, hooks and classes', () =>
    expectRoutes(
      {
        'app.py': `
from flask import Flask, Blueprint, request, abort, g
from flask.views import MethodView
from flask_login import login_required
from auth import admin_only, check_token

app = Flask(__name__)
api = Blueprint("api", __name__, url_prefix="/api")

@app.route("/")
def index():
    return "hello"

@app.route("/profile", methods=["GET", "POST"])
@login_required
def profile():
    return "me"

@api.delete("/users/<int:id>")
@admin_only
def remove(id):
    return ""

class Items(MethodView):
    decorators = [login_required]
    def get(self): return []
    def post(self): return {}

api.add_url_rule("/items", view_func=Items.as_view("items"))
api.before_request(check_token)
app.register_blueprint(api, url_prefix="/v1")
`,
        'auth.py': `
from functools import wraps
from flask import abort, session, request

def admin_only(f):
    @wraps(f)
    def wrapped(*args, **kwargs):
        if session.get("role") != "admin":
            abort(403)
        return f(*args, **kwargs)
    return wrapped

def check_token():
    if request.headers.get("Authorization") is None:
        abort(401)
`,
      },
      [
        'GET / index []',
        'GET /profile profile [authentication:login_required]',
        'POST /profile profile [authentication:login_required]',
        'GET /v1/items get [authentication:check_token, authentication:login_required]',
        'POST /v1/items post [authentication:check_token, authentication:login_required]',
        'DELETE /v1/users/<int:id> remove [authentication:check_token, authorization:admin_only]',
      ],
    ));
});

describe('route inventory: Spring', () => {
  it('reads mappings, method security and the rules of the filter chain', () =>
    expectRoutes(
      {
        'Users.java': `
package app;
import org.springframework.web.bind.annotation.*;
import org.springframework.security.access.prepost.PreAuthorize;
import jakarta.validation.Valid;

@RestController
@RequestMapping("/users")
class Users {
  static final String ONE = "/{id}";
  @GetMapping
  String list() { return ""; }
  @PreAuthorize("hasRole('ADMIN')")
  @DeleteMapping(ONE)
  void remove(@PathVariable long id) {}
  @RequestMapping(value = {"/a", "/b"}, method = RequestMethod.POST)
  void both(@Valid @RequestBody Dto dto) {}
}
class Dto {}
`,
        'Public.java': `
package app;
import org.springframework.web.bind.annotation.*;
@RestController
class Public {
  @PostMapping("/login") String login() { return ""; }
}
`,
        'Security.java': `
package app;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
class Security {
  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(auth -> auth
        .requestMatchers("/login", "/css/**").permitAll()
        .requestMatchers("/users/**").hasRole("USER")
        .anyRequest().authenticated());
    return http.build();
  }
}
`,
      },
      [
        'POST /login login [public:permitAll]',
        'GET /users list [authorization:hasRole]',
        'POST /users/a both [authorization:hasRole, validation:Valid]',
        'POST /users/b both [authorization:hasRole, validation:Valid]',
        'DELETE /users/{id} remove [authorization:hasRole, authorization:PreAuthorize]',
      ],
    ));
});

describe('route inventory: gin', () => {
  it('reads groups with the middleware that they were given before', () =>
    expectRoutes(
      {
        'go.mod': 'module example.com/app',
        'main.go': `
package main

import "github.com/gin-gonic/gin"

type API struct{}

func (a *API) List(c *gin.Context)   { c.JSON(200, nil) }
func (a *API) Create(c *gin.Context) { c.JSON(200, nil) }

func RequireToken() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			c.AbortWithStatus(401)
			return
		}
		c.Next()
	}
}

func health(c *gin.Context) { c.String(200, "ok") }

func routes(r *gin.Engine, api *API) {
	v1 := r.Group("/v1")
	v1.GET("/open", api.List)
	v1.Use(RequireToken())
	v1.GET("/items", api.List)
	v1.POST("/items", api.Create)
}

func main() {
	r := gin.Default()
	r.GET("/health", health)
	routes(r, &API{})
	r.Run()
}
`,
      },
      [
        'GET /health health []',
        'GET /v1/items List [authentication:RequireToken]',
        'POST /v1/items Create [authentication:RequireToken]',
        'GET /v1/open List []',
      ],
    ));
});

describe('route inventory', () => {
  it('is the same list whatever order the files come in', async () => {
    const app = `const app = require('express')(); app.use('/a', require('./a')); app.use('/b', require('./b')); module.exports = app;`;
    const one = `const r = require('express').Router(); r.get('/x', (req, res) => res.end()); module.exports = r;`;
    const first = await inventory({ 'app.js': app, 'a.js': one, 'b.js': one });
    assert.deepEqual(first, ['GET /a/x  []', 'GET /b/x  []']);
    assert.deepEqual(await inventory({ 'b.js': one, 'a.js': one, 'app.js': app }), first);
  });
});
