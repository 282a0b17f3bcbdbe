import './base.css';
import './shell/guide';
import './decide/decide';
import './compare/compare';
import './cost/cost';
import './notes/notes';
import './quiz/quiz';
