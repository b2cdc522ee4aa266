import './app.css';
import { mount } from 'svelte';
import { Drafts, Playground } from './app';
import App from './ui/App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html lacks the element #app');
mount(App, { target, props: { app: new Playground(await Drafts.open()) } });
