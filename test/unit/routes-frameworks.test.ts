import { expectRoutes } from './routes-support';

const GUARD = `export const requireUser = async (ctx: any, next: any) => { if (!ctx.state.user) ctx.throw(401); await next(); };`;

describe('route inventory: more frameworks', () => {
  it('Koa', () =>
    expectRoutes(
      {
        'auth.ts': GUARD,
        'app.ts': `
import Koa from 'koa';
import Router from '@koa/router';
import { requireUser } from './auth';
const app = new Koa();
const open = new Router();
const users = new Router({ prefix: '/users' });
open.get('/ping', ping);
users.use(requireUser);
users.get('/:id', one).del('/:id', requireUser, remove);
async function ping(ctx) { ctx.body = 'pong'; }
async function one(ctx) { ctx.body = {}; }
async function remove(ctx) { ctx.status = 204; }
app.use(open.routes()).use(users.routes()).use(users.allowedMethods());
`,
      },
      [
        'GET /ping ping []',
        'DELETE /users/:id remove [authentication:requireUser]',
        'GET /users/:id one [authentication:requireUser]',
      ],
    ));

  it('Fastify', () =>
    expectRoutes(
      {
        'app.js': `
const fastify = require('fastify')();
const schema = { body: {} };
async function verifyToken(request, reply) { await request.jwtVerify(); }
async function plugin(instance, options) {
  instance.addHook('onRequest', verifyToken);
  instance.get('/me', me);
  instance.post('/items', { schema, preHandler: [instance.isAdmin] }, create);
}
async function me() { return {}; }
async function create() { return {}; }
fastify.register(plugin, { prefix: '/api' });
fastify.route({ method: ['GET', 'HEAD'], url: '/health', handler: health });
async function health() { return 'ok'; }
`,
      },
      [
        'POST /api/items create [authentication:verifyToken, authorization:isAdmin, validation:validation]',
        'GET /api/me me [authentication:verifyToken]',
        'GET /health health []',
        'HEAD /health health []',
      ],
    ));

  it('Hono', () =>
    expectRoutes(
      {
        'app.ts': `
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
const app = new Hono();
const books = new Hono();
books.get('/', (c) => c.json([]));
books.post('/', create);
function create(c) { return c.json({}); }
app.use('/books/*', jwt({ secret: process.env.SECRET }));
app.route('/books', books);
export default app;
`,
      },
      ['GET /books  [authentication:jwt]', 'POST /books create [authentication:jwt]'],
    ));

  it('Nest', () =>
    expectRoutes(
      {
        'main.ts': `
import { NestFactory } from '@nestjs/core';
import { ValidationPipe } from '@nestjs/common';
import { AppModule } from './app.module';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.listen(3000);
}
bootstrap();
`,
        'app.module.ts': `
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtAuthGuard } from './guard';
@Module({ providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
export class AppModule {}
`,
        'guard.ts': `
import { CanActivate, Injectable, UnauthorizedException, SetMetadata } from '@nestjs/common';
export const Public = () => SetMetadata('isPublic', true);
@Injectable()
export class JwtAuthGuard implements CanActivate {
  canActivate(context) { if (!context.switchToHttp().getRequest().user) throw new UnauthorizedException(); return true; }
}
@Injectable()
export class RolesGuard implements CanActivate { canActivate(context) { return true; } }
`,
        'cats.controller.ts': `
import { Controller, Get, Post, Delete, Body, UseGuards } from '@nestjs/common';
import { Public, RolesGuard } from './guard';
@Controller('cats')
export class CatsController {
  @Public() @Get() all() { return []; }
  @Post() create(@Body() body: any) { return body; }
  @UseGuards(RolesGuard) @Delete(':id') remove() {}
}
`,
      },
      [
        'GET /api/cats all [authentication:JwtAuthGuard, validation:ValidationPipe, public:Public]',
        'POST /api/cats create [authentication:JwtAuthGuard, validation:ValidationPipe]',
        'DELETE /api/cats/:id remove [authentication:JwtAuthGuard, validation:ValidationPipe, authorization:RolesGuard]',
      ],
    ));

  it('Next', () =>
    expectRoutes(
      {
        'src/lib/auth.ts': `
import { NextResponse } from 'next/server';
export async function getSession(request) { return request.cookies.get('session'); }
`,
        'src/app/api/items/[id]/route.ts': `
import { NextResponse } from 'next/server';
import { getSession } from '../../../../lib/auth';
export async function GET(request, { params }) { return NextResponse.json({}); }
export async function DELETE(request, { params }) {
  const session = await getSession(request);
  if (!session) return NextResponse.json({}, { status: 401 });
  return NextResponse.json({});
}
`,
        'pages/api/hello.ts': `export default function handler(req, res) { res.json({}); }`,
      },
      [
        '* /api/hello handler []',
        'DELETE /api/items/[id] DELETE [authentication:DELETE]',
        'GET /api/items/[id] GET []',
      ],
    ));

  it('FastAPI', () =>
    expectRoutes(
      {
        'main.py': `
from fastapi import FastAPI, APIRouter, Depends, HTTPException, Header
from typing import Annotated

def get_current_user(token: str = Header()):
    if not token:
        raise HTTPException(status_code=401)
    return token

def get_active_user(user: str = Depends(get_current_user)):
    return user

app = FastAPI()
router = APIRouter(prefix="/items", dependencies=[Depends(get_current_user)])
open_router = APIRouter(prefix="/open")

@router.get("/")
def all_items():
    return []

@router.delete("/{item_id}")
def remove(item_id: int):
    return None

@app.post("/me")
def me(user: Annotated[str, Depends(get_active_user)]):
    return user

@open_router.get("/status")
def status():
    return {}

app.include_router(router, prefix="/v1")
app.include_router(open_router)
`,
      },
      [
        'POST /me me [authentication:get_active_user]',
        'GET /open/status status []',
        'GET /v1/items all_items [authentication:get_current_user]',
        'DELETE /v1/items/{item_id} remove [authentication:get_current_user]',
      ],
    ));

  it('Django and its REST framework', () =>
    expectRoutes(
      {
        'site/settings.py': `
MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware"]
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
`,
        'site/urls.py': `
from django.urls import include, path, re_path
from rest_framework.routers import DefaultRouter
from shop import views

router = DefaultRouter()
router.register(r"orders", views.OrderViewSet)

urlpatterns = [
    path("", views.home),
    path("shop/", include("shop.urls")),
    path("api/", include(router.urls)),
    re_path(r"^old/(?P<pk>\\d+)/$", views.old),
]
`,
        'shop/urls.py': `
from django.urls import path
from . import views

urlpatterns = [
    path("edit/<int:pk>", views.EditView.as_view()),
    path("buy", views.buy),
    path("ping", views.Ping.as_view()),
]
`,
        'shop/views.py': `
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.views import View
from django.views.decorators.http import require_POST
from rest_framework import viewsets, permissions
from rest_framework.views import APIView

def home(request):
    return None

@login_required
@require_POST
def buy(request):
    return None

def old(request, pk):
    return None

class EditView(LoginRequiredMixin, View):
    def get(self, request, pk): return None
    def post(self, request, pk): return None

class Ping(APIView):
    permission_classes = [permissions.AllowAny]
    def get(self, request): return None

class OrderViewSet(viewsets.ReadOnlyModelViewSet):
    pass
`,
      },
      [
        '* / home [csrf:CsrfViewMiddleware]',
        'GET /api/orders OrderViewSet [csrf:CsrfViewMiddleware, authentication:IsAuthenticated]',
        'GET /api/orders/<pk> OrderViewSet [csrf:CsrfViewMiddleware, authentication:IsAuthenticated]',
        '* /old/<pk> old [csrf:CsrfViewMiddleware]',
        'POST /shop/buy buy [csrf:CsrfViewMiddleware, authentication:login_required]',
        'GET /shop/edit/<int:pk> get [csrf:CsrfViewMiddleware, authentication:LoginRequiredMixin]',
        'POST /shop/edit/<int:pk> post [csrf:CsrfViewMiddleware, authentication:LoginRequiredMixin]',
        'GET /shop/ping get [csrf:CsrfViewMiddleware, public:AllowAny]',
      ],
    ));

  it('flask-restful', () =>
    expectRoutes(
      {
        'app.py': `
from flask import Flask
from flask_restful import Api, Resource
from flask_login import login_required

app = Flask(__name__)
api = Api(app)

class Base(Resource):
    decorators = [login_required]

class Todo(Base):
    def get(self, id): return {}
    def delete(self, id): return {}

def add(resource, *urls):
    api.add_resource(resource, *urls)

add(Todo, "/todos/<id>")
`,
      },
      [
        'DELETE /todos/<id> delete [authentication:login_required]',
        'GET /todos/<id> get [authentication:login_required]',
      ],
    ));

  it('JAX-RS', () =>
    expectRoutes(
      {
        'Filter.java': `
package app;
import jakarta.ws.rs.container.*;
import jakarta.ws.rs.core.Response;
@jakarta.ws.rs.ext.Provider
public class Filter implements ContainerRequestFilter {
  public void filter(ContainerRequestContext context) {
    if (context.getHeaderString("Authorization") == null || context.getSecurityContext().getUserPrincipal() == null)
      context.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
  }
}
`,
        'Things.java': `
package app;
import jakarta.annotation.security.*;
import jakarta.ws.rs.*;
@Path("/things")
public class Things {
  @GET public String all() { return ""; }
  @DELETE @Path("{id}") @RolesAllowed("admin") public void remove(@PathParam("id") String id) {}
}
`,
      },
      [
        'GET /things all [authentication:Filter]',
        'DELETE /things/{id} remove [authentication:Filter, authorization:RolesAllowed]',
      ],
    ));

  it('echo', () =>
    expectRoutes(
      {
        'go.mod': 'module example.com/app',
        'main.go': `
package main

import (
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func list(c echo.Context) error   { return nil }
func create(c echo.Context) error { return nil }

func main() {
	e := echo.New()
	e.GET("/", list)
	g := e.Group("/api", middleware.JWT([]byte("x")))
	g.POST("/items", create, RequireAdmin)
	e.Start(":1")
}

func RequireAdmin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error { return next(c) }
}
`,
      },
      ['GET / list []', 'POST /api/items create [authentication:JWT, authorization:RequireAdmin]'],
    ));

  it('chi', () =>
    expectRoutes(
      {
        'go.mod': 'module example.com/app',
        'main.go': `
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func list(w http.ResponseWriter, r *http.Request)   {}
func remove(w http.ResponseWriter, r *http.Request) {}

func authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func admin() http.Handler {
	r := chi.NewRouter()
	r.Delete("/{id}", remove)
	return r
}

func main() {
	r := chi.NewRouter()
	r.Get("/open", list)
	r.Route("/items", func(r chi.Router) {
		r.Use(authenticate)
		r.Get("/", list)
	})
	r.With(authenticate).Post("/x", list)
	r.Mount("/admin", admin())
	http.ListenAndServe(":1", r)
}
`,
      },
      [
        'DELETE /admin/{id} remove []',
        'GET /items list [authentication:authenticate]',
        'GET /open list []',
        'POST /x list [authentication:authenticate]',
      ],
    ));

  it('gorilla/mux', () =>
    expectRoutes(
      {
        'go.mod': 'module example.com/app',
        'main.go': `
package main

import (
	"net/http"

	"github.com/gorilla/mux"
)

func list(w http.ResponseWriter, r *http.Request) {}
func save(w http.ResponseWriter, r *http.Request) {}

func requireLogin(next http.Handler) http.Handler { return next }

func main() {
	r := mux.NewRouter()
	r.HandleFunc("/", list).Methods("GET")
	api := r.PathPrefix("/api").Subrouter()
	api.HandleFunc("/save", save).Methods("POST", "PUT")
	api.Use(requireLogin)
	http.ListenAndServe(":1", r)
}
`,
      },
      [
        'GET / list []',
        'POST /api/save save [authentication:requireLogin]',
        'PUT /api/save save [authentication:requireLogin]',
      ],
    ));

  it('fiber', () =>
    expectRoutes(
      {
        'go.mod': 'module example.com/app',
        'main.go': `
package main

import "github.com/gofiber/fiber/v2"

func list(c *fiber.Ctx) error { return nil }
func protected(c *fiber.Ctx) error { return c.Next() }

func main() {
	app := fiber.New()
	app.Get("/", list)
	api := app.Group("/api", protected)
	api.Post("/items", list)
	app.Listen(":1")
}
`,
      },
      ['GET / list []', 'POST /api/items list [authentication:protected]'],
    ));

  it('net/http', () =>
    expectRoutes(
      {
        'go.mod': 'module example.com/app',
        'main.go': `
package main

import "net/http"

func list(w http.ResponseWriter, r *http.Request) {}
func save(w http.ResponseWriter, r *http.Request) {}

func requireAuth(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, _, ok := r.BasicAuth(); !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func logRequests(next http.Handler) http.Handler { return next }

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", list)
	mux.HandleFunc("POST /items", requireAuth(save))
	http.HandleFunc("/plain", list)
	http.ListenAndServe(":1", logRequests(mux))
}
`,
      },
      ['GET /items list []', 'POST /items save [authentication:requireAuth]', '* /plain list []'],
    ));
});
