// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import aiofiles from './models/aiofiles';
import aiohttp from './models/aiohttp';
import aiohttpSession from './models/aiohttp-session';
import aiomysql from './models/aiomysql';
import aiopg from './models/aiopg';
import argon2 from './models/argon2';
import ast from './models/ast';
import asyncio from './models/asyncio';
import asyncpg from './models/asyncpg';
import authlib from './models/authlib';
import awsLambda from './models/aws-lambda';
import base64 from './models/base64';
import bcrypt from './models/bcrypt';
import binascii from './models/binascii';
import bleach from './models/bleach';
import boto3 from './models/boto3';
import bottle from './models/bottle';
import bson from './models/bson';
import builtins from './models/builtins';
import bz2 from './models/bz2';
import chameleon from './models/chameleon';
import code from './models/code';
import codecs from './models/codecs';
import collections from './models/collections';
import concurrentFutures from './models/concurrent-futures';
import configparser from './models/configparser';
import copy from './models/copy';
import cryptography from './models/cryptography';
import databases from './models/databases';
import datetime from './models/datetime';
import decimal from './models/decimal';
import defusedxml from './models/defusedxml';
import djangoContrib from './models/django-contrib';
import djangoCore from './models/django-core';
import djangoDb from './models/django-db';
import djangoDecorators from './models/django-decorators';
import djangoForms from './models/django-forms';
import djangoHttp from './models/django-http';
import djangoSettings from './models/django-settings';
import djangoShortcuts from './models/django-shortcuts';
import djangoTemplate from './models/django-template';
import djangoUrls from './models/django-urls';
import djangoUtils from './models/django-utils';
import djangoViews from './models/django-views';
import duckdb from './models/duckdb';
import elementpath from './models/elementpath';
import email from './models/email';
import fabric from './models/fabric';
import fastapi from './models/fastapi';
import fido2 from './models/fido2';
import fileinput from './models/fileinput';
import flask from './models/flask';
import flaskAdmin from './models/flask-admin';
import flaskBcrypt from './models/flask-bcrypt';
import flaskCors from './models/flask-cors';
import flaskDebugtoolbar from './models/flask-debugtoolbar';
import flaskLimiter from './models/flask-limiter';
import flaskLogin from './models/flask-login';
import flaskMonitoringdashboard from './models/flask-monitoringdashboard';
import flaskPymongo from './models/flask-pymongo';
import flaskRestful from './models/flask-restful';
import flaskTalisman from './models/flask-talisman';
import flaskWtf from './models/flask-wtf';
import ftplib from './models/ftplib';
import functools from './models/functools';
import glob from './models/glob';
import googleAuthOauthlib from './models/google-auth-oauthlib';
import graphene from './models/graphene';
import gzip from './models/gzip';
import hashlib from './models/hashlib';
import headers from './models/headers';
import hmac from './models/hmac';
import html from './models/html';
import http from './models/http';
import httpx from './models/httpx';
import imaplib from './models/imaplib';
import importlib from './models/importlib';
import io from './models/io';
import ipaddress from './models/ipaddress';
import itertools from './models/itertools';
import itsdangerous from './models/itsdangerous';
import jinja2 from './models/jinja2';
import joblib from './models/joblib';
import jose from './models/jose';
import json from './models/json';
import jsonpickle from './models/jsonpickle';
import jwt from './models/jwt';
import ldap from './models/ldap';
import ldap3 from './models/ldap3';
import linecache from './models/linecache';
import logging from './models/logging';
import loguru from './models/loguru';
import lxml from './models/lxml';
import lzma from './models/lzma';
import mako from './models/mako';
import markdown from './models/markdown';
import markupsafe from './models/markupsafe';
import marshal from './models/marshal';
import marshmallow from './models/marshmallow';
import mongoengine from './models/mongoengine';
import mysqlConnector from './models/mysql-connector';
import mysqldb from './models/mysqldb';
import numpy from './models/numpy';
import openssl from './models/openssl';
import oracledb from './models/oracledb';
import os from './models/os';
import osPath from './models/os-path';
import pandas from './models/pandas';
import paramiko from './models/paramiko';
import passlib from './models/passlib';
import pathlib from './models/pathlib';
import peewee from './models/peewee';
import pexpect from './models/pexpect';
import pickle from './models/pickle';
import prometheusFlaskExporter from './models/prometheus-flask-exporter';
import psycopg from './models/psycopg';
import psycopg2 from './models/psycopg2';
import pycryptodome from './models/pycryptodome';
import pycurl from './models/pycurl';
import pydantic from './models/pydantic';
import pymongo from './models/pymongo';
import pymssql from './models/pymssql';
import pymysql from './models/pymysql';
import pyodbc from './models/pyodbc';
import pyotp from './models/pyotp';
import pyramid from './models/pyramid';
import random from './models/random';
import re from './models/re';
import redis from './models/redis';
import requests from './models/requests';
import requestsOauthlib from './models/requests-oauthlib';
import restFramework from './models/rest-framework';
import ruamelYaml from './models/ruamel-yaml';
import runpy from './models/runpy';
import sanic from './models/sanic';
import secrets from './models/secrets';
import secure from './models/secure';
import settingsFiles from './models/settings-files';
import shelve from './models/shelve';
import shlex from './models/shlex';
import shutil from './models/shutil';
import smtplib from './models/smtplib';
import snowflakeConnector from './models/snowflake-connector';
import socket from './models/socket';
import sqlalchemy from './models/sqlalchemy';
import sqlite3 from './models/sqlite3';
import ssl from './models/ssl';
import starlette from './models/starlette';
import string from './models/string';
import structlog from './models/structlog';
import subprocess from './models/subprocess';
import sys from './models/sys';
import tarfile from './models/tarfile';
import tempfile from './models/tempfile';
import textwrap from './models/textwrap';
import time from './models/time';
import timeit from './models/timeit';
import torch from './models/torch';
import tornado from './models/tornado';
import traceback from './models/traceback';
import unknownReceivers from './models/unknown-receivers';
import urllib from './models/urllib';
import urllib3 from './models/urllib3';
import uuid from './models/uuid';
import uvicorn from './models/uvicorn';
import webHandlers from './models/web-handlers';
import webauthn from './models/webauthn';
import werkzeug from './models/werkzeug';
import wtforms from './models/wtforms';
import xml from './models/xml';
import yaml from './models/yaml';
import zipfile from './models/zipfile';

export const MODELS: readonly Model[] = [
  aiofiles,
  aiohttp,
  aiohttpSession,
  aiomysql,
  aiopg,
  argon2,
  ast,
  asyncio,
  asyncpg,
  authlib,
  awsLambda,
  base64,
  bcrypt,
  binascii,
  bleach,
  boto3,
  bottle,
  bson,
  builtins,
  bz2,
  chameleon,
  code,
  codecs,
  collections,
  concurrentFutures,
  configparser,
  copy,
  cryptography,
  databases,
  datetime,
  decimal,
  defusedxml,
  djangoContrib,
  djangoCore,
  djangoDb,
  djangoDecorators,
  djangoForms,
  djangoHttp,
  djangoSettings,
  djangoShortcuts,
  djangoTemplate,
  djangoUrls,
  djangoUtils,
  djangoViews,
  duckdb,
  elementpath,
  email,
  fabric,
  fastapi,
  fido2,
  fileinput,
  flask,
  flaskAdmin,
  flaskBcrypt,
  flaskCors,
  flaskDebugtoolbar,
  flaskLimiter,
  flaskLogin,
  flaskMonitoringdashboard,
  flaskPymongo,
  flaskRestful,
  flaskTalisman,
  flaskWtf,
  ftplib,
  functools,
  glob,
  googleAuthOauthlib,
  graphene,
  gzip,
  hashlib,
  headers,
  hmac,
  html,
  http,
  httpx,
  imaplib,
  importlib,
  io,
  ipaddress,
  itertools,
  itsdangerous,
  jinja2,
  joblib,
  jose,
  json,
  jsonpickle,
  jwt,
  ldap,
  ldap3,
  linecache,
  logging,
  loguru,
  lxml,
  lzma,
  mako,
  markdown,
  markupsafe,
  marshal,
  marshmallow,
  mongoengine,
  mysqlConnector,
  mysqldb,
  numpy,
  openssl,
  oracledb,
  os,
  osPath,
  pandas,
  paramiko,
  passlib,
  pathlib,
  peewee,
  pexpect,
  pickle,
  prometheusFlaskExporter,
  psycopg,
  psycopg2,
  pycryptodome,
  pycurl,
  pydantic,
  pymongo,
  pymssql,
  pymysql,
  pyodbc,
  pyotp,
  pyramid,
  random,
  re,
  redis,
  requests,
  requestsOauthlib,
  restFramework,
  ruamelYaml,
  runpy,
  sanic,
  secrets,
  secure,
  settingsFiles,
  shelve,
  shlex,
  shutil,
  smtplib,
  snowflakeConnector,
  socket,
  sqlalchemy,
  sqlite3,
  ssl,
  starlette,
  string,
  structlog,
  subprocess,
  sys,
  tarfile,
  tempfile,
  textwrap,
  time,
  timeit,
  torch,
  tornado,
  traceback,
  unknownReceivers,
  urllib,
  urllib3,
  uuid,
  uvicorn,
  webHandlers,
  webauthn,
  werkzeug,
  wtforms,
  xml,
  yaml,
  zipfile,
];
